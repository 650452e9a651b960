//! The datasets that benches go through: made up, by size, and a file of one's own.

#![allow(dead_code, reason = "each bench that takes this in uses a part of it")]

#[path = "../../examples/generate/made_up/mod.rs"]
pub mod made_up;

#[path = "../scale/gauge.rs"]
mod gauge;

use std::fs::File;
use std::io::BufWriter;
use std::path::PathBuf;
use std::time::Duration;

use criterion::measurement::{Measurement, ValueFormatter, WallTime};
use criterion::{BenchmarkGroup, Criterion};
use gauge::Clock;

/// The sizes that are measured anyway.
const SIZES: [u64; 3] = [100, 1_000, 10_000];
/// More sizes, separated by commas.
const MORE: &str = "READOUT_BENCH_EVENTS";
/// A dataset besides those that are made up.
const FILE: &str = "READOUT_BENCH_FILE";

/// A dataset in a file.
pub struct Given {
    /// How many meetings it has, or what the file is called.
    pub name: String,
    /// The file.
    pub path: PathBuf,
    /// Keeps a file that was made up, until this is dropped.
    _made_up: Option<tempfile::NamedTempFile>,
}

/// All datasets, each written when its turn comes: they are large.
pub fn given() -> impl Iterator<Item = Given> {
    let more = std::env::var(MORE).unwrap_or_default();
    let more = more.split(',').map(str::trim).filter(|size| !size.is_empty());
    let more = more.map(|size| size.parse().unwrap_or_else(|_| panic!("{MORE}: {size:?}")));
    let sizes: Vec<u64> = SIZES.into_iter().chain(more).collect();
    let file = std::env::var_os(FILE).map(PathBuf::from);
    let file = file.map(|path| Given { name: name_of(&path), path, _made_up: None });
    sizes.into_iter().map(made_up).chain(file)
}

fn name_of(path: &std::path::Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn made_up(events: u64) -> Given {
    let file = tempfile::NamedTempFile::with_suffix(".readout.json").expect("a temporary file");
    let mut out = BufWriter::new(File::create(file.path()).expect("it can be written"));
    made_up::write(&made_up::Plan::realistic(events), &mut out).expect("room for the dataset");
    Given { name: events.to_string(), path: file.path().to_owned(), _made_up: Some(file) }
}

/// Benches that are run often enough to compare them, in little time.
pub fn group<'c, M: Measurement>(
    criterion: &'c mut Criterion<M>,
    name: &str,
) -> BenchmarkGroup<'c, M> {
    let mut group = criterion.benchmark_group(name);
    group.sample_size(10).warm_up_time(Duration::from_millis(200));
    group.measurement_time(Duration::from_millis(500));
    group
}

/// The processor time of the thread that measures, where the system tells it: what others
/// do on the same machine does not count.
pub struct ThreadTime;

impl Measurement for ThreadTime {
    type Intermediate = Clock;
    type Value = Duration;

    fn start(&self) -> Clock {
        Clock::start()
    }

    fn end(&self, clock: Clock) -> Duration {
        Duration::from_secs_f64(clock.cost().cpu / 1e3)
    }

    fn add(&self, one: &Duration, other: &Duration) -> Duration {
        *one + *other
    }

    fn zero(&self) -> Duration {
        Duration::ZERO
    }

    fn to_f64(&self, value: &Duration) -> f64 {
        WallTime.to_f64(value)
    }

    fn formatter(&self) -> &dyn ValueFormatter {
        WallTime.formatter()
    }
}
