//! How often is painted what changes by itself.

use std::time::Duration;

use eframe::Frame;
use eframe::wgpu::DeviceType;

/// How often progress is shown by a graphics card.
const BY_CARD: Duration = Duration::from_millis(200);
/// And by a processor: a frame takes it a tenth of a second or more, which what is being
/// worked on lacks.
const BY_PROCESSOR: Duration = Duration::from_secs(1);

/// What paints the window.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pace {
    is_processor: Option<bool>,
}

impl Pace {
    /// Finds out what paints, once.
    pub fn look_at(&mut self, frame: &Frame) {
        self.is_processor.get_or_insert_with(|| {
            let state = frame.wgpu_render_state();
            state.is_some_and(|state| state.adapter.get_info().device_type == DeviceType::Cpu)
        });
    }

    /// How often progress is shown.
    pub fn of_progress(self) -> Duration {
        if self.is_processor == Some(true) { BY_PROCESSOR } else { BY_CARD }
    }
}
