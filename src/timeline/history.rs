//! Back and forward through the parts of time that were shown.

use super::view::View;

/// The most steps that are kept.
const MAX_STEPS: usize = 100;

/// The views that were shown, and where among them one is.
#[derive(Clone, Debug, Default)]
pub struct History {
    back: Vec<View>,
    forward: Vec<View>,
}

impl History {
    /// Remembers the view that is being left. To be called once for each move,
    /// not for each frame of it.
    pub fn leave(&mut self, view: View) {
        self.forward.clear();
        if self.back.last() == Some(&view) {
            return;
        }
        self.back.push(view);
        if self.back.len() > MAX_STEPS {
            self.back.remove(0);
        }
    }

    /// The view before, which takes the place of the current one.
    pub fn go_back(&mut self, current: View) -> Option<View> {
        let view = self.back.pop()?;
        self.forward.push(current);
        Some(view)
    }

    /// The view after, which takes the place of the current one.
    pub fn go_forward(&mut self, current: View) -> Option<View> {
        let view = self.forward.pop()?;
        self.back.push(current);
        Some(view)
    }

    /// Whether there is a view before.
    pub fn can_go_back(&self) -> bool {
        !self.back.is_empty()
    }

    /// Whether there is a view after.
    pub fn can_go_forward(&self) -> bool {
        !self.forward.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(start: f64) -> View {
        View { start, end: start + 10.0 }
    }

    #[test]
    fn back_and_forward_walk_the_same_views() {
        let mut history = History::default();
        history.leave(view(0.0));
        history.leave(view(1.0));
        assert_eq!(history.go_back(view(2.0)), Some(view(1.0)));
        assert_eq!(history.go_back(view(1.0)), Some(view(0.0)));
        assert_eq!(history.go_back(view(0.0)), None);
        assert_eq!(history.go_forward(view(0.0)), Some(view(1.0)));
        assert_eq!(history.go_forward(view(1.0)), Some(view(2.0)));
        assert!(!history.can_go_forward());
    }

    #[test]
    fn a_move_after_going_back_drops_what_lay_ahead() {
        let mut history = History::default();
        history.leave(view(0.0));
        assert!(history.go_back(view(1.0)).is_some());
        history.leave(view(0.0));
        assert!(!history.can_go_forward());
    }

    #[test]
    fn it_does_not_grow_without_end() {
        let mut history = History::default();
        for step in 0..1000 {
            history.leave(view(f64::from(step)));
        }
        assert_eq!(history.back.len(), MAX_STEPS);
    }
}
