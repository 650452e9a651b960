//! How large everything is, from 75 to 300 percent, in the steps of browsers.

use egui::Context;

use super::ReadoutApp;
use crate::tr;
use crate::ui::command::Command;

/// As large as it is meant, in percent.
pub const ACTUAL: u16 = 100;
/// What can be chosen, in percent.
const STEPS: [u16; 11] = [75, 80, 90, ACTUAL, 110, 125, 150, 175, 200, 250, 300];

/// A size that can be shown: what stands in a file of settings may be anything.
pub fn clamped(percent: u16) -> u16 {
    percent.clamp(STEPS[0], STEPS[STEPS.len() - 1])
}

/// The size after a command, if it changes that.
fn after(command: Command, now: u16) -> Option<u16> {
    match command {
        Command::Larger => STEPS.into_iter().find(|step| *step > now),
        Command::Smaller => STEPS.into_iter().rev().find(|step| *step < now),
        Command::ActualSize => (now != ACTUAL).then_some(ACTUAL),
        _ => None,
    }
}

/// Shows everything in a size.
pub fn apply(ctx: &Context, percent: u16) {
    ctx.set_zoom_factor(f32::from(clamped(percent)) / f32::from(ACTUAL));
}

impl ReadoutApp {
    /// Carries a command out that is about the size, and says which one it is now.
    pub(super) fn resize(&mut self, ctx: &Context, command: Command) {
        let now = clamped(self.settings.zoom);
        let then = after(command, now).unwrap_or(now);
        self.settings.zoom = then;
        apply(ctx, then);
        self.toast.say(ctx, tr!("size-now", percent = then.to_string()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_lead_from_one_end_to_the_other_and_back() {
        let walk = |command, from| {
            std::iter::successors(Some(from), move |now| after(command, *now)).collect::<Vec<_>>()
        };
        assert_eq!(walk(Command::Larger, 75), STEPS);
        let mut back = walk(Command::Smaller, 300);
        back.reverse();
        assert_eq!(back, STEPS);
        assert_eq!(after(Command::Larger, 101), Some(110), "from between two steps");
        assert_eq!(after(Command::ActualSize, 300), Some(100));
    }

    #[test]
    fn a_size_from_a_file_of_settings_can_be_shown() {
        assert_eq!([0, 100, u16::MAX].map(clamped), [75, 100, 300]);
    }
}
