//! Time and memory as the system counts them.

use std::time::{Duration, Instant};

/// Both kinds of time, from a moment on.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    wall: Instant,
    cpu: Option<Duration>,
}

/// What something took, in milliseconds.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cost {
    /// On the clock.
    pub wall: f64,
    /// Of this thread's time on a processor; as on the clock where that is not told.
    pub cpu: f64,
}

impl Clock {
    /// Starts.
    pub fn start() -> Self {
        Self { wall: Instant::now(), cpu: thread_cpu() }
    }

    /// What has passed since, on the same thread.
    pub fn cost(self) -> Cost {
        let wall = self.wall.elapsed().as_secs_f64() * 1e3;
        let cpu = self.cpu.zip(thread_cpu());
        let cpu = cpu.map_or(wall, |(from, to)| to.saturating_sub(from).as_secs_f64() * 1e3);
        Cost { wall, cpu }
    }
}

impl std::ops::Add for Cost {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { wall: self.wall + other.wall, cpu: self.cpu + other.cpu }
    }
}

/// The processor time of this thread. Painting in software takes all processors, so
/// that the clock alone would blame this program for the painter's work.
#[cfg(target_os = "linux")]
pub fn thread_cpu() -> Option<Duration> {
    Duration::try_from(rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime)).ok()
}

/// The processor time of this process, all threads taken together.
#[cfg(target_os = "linux")]
pub fn process_cpu() -> Option<Duration> {
    Duration::try_from(rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime)).ok()
}

#[cfg(not(target_os = "linux"))]
pub fn thread_cpu() -> Option<Duration> {
    None
}

/// The processor time of this process, where the system tells it.
#[cfg(not(target_os = "linux"))]
pub fn process_cpu() -> Option<Duration> {
    None
}

/// This process's share of the memory that is in use, in MiB.
pub fn pss_mib() -> Option<f64> {
    kib("/proc/self/smaps_rollup", "Pss:")
}

/// The most resident memory that this process has had, in MiB.
pub fn peak_mib() -> Option<f64> {
    kib("/proc/self/status", "VmHWM:")
}

fn kib(file: &str, name: &str) -> Option<f64> {
    let text = std::fs::read_to_string(file).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    let kib: f64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kib / 1024.0)
}

/// Whether this process has a thread of a name.
pub fn has_thread(name: &str) -> bool {
    let tasks = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let names = tasks.filter_map(|task| std::fs::read_to_string(task.path().join("comm")).ok());
    names.into_iter().any(|found| found.trim_end() == name)
}

/// The middle one of some values; not a number where there is none.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// The value that so many thousandths of the values do not exceed.
pub fn permille(sorted: &[f64], share: usize) -> f64 {
    let last = sorted.len().saturating_sub(1);
    let place = (sorted.len() * share).div_ceil(1000).saturating_sub(1).min(last);
    sorted.get(place).copied().unwrap_or(f64::NAN)
}
