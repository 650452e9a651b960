//! Back and forward through the places where one has been.

/// The most steps that are kept.
const MAX_STEPS: usize = 100;

/// The places where one has been before and after the current one.
#[derive(Clone, Debug)]
pub struct History<T> {
    back: Vec<T>,
    forward: Vec<T>,
}

impl<T> Default for History<T> {
    fn default() -> Self {
        Self { back: Vec::new(), forward: Vec::new() }
    }
}

impl<T: PartialEq> History<T> {
    /// Remembers the place that is being left. To be called once for each move,
    /// not for each frame of it.
    pub fn leave(&mut self, place: T) {
        self.forward.clear();
        if self.back.last() == Some(&place) {
            return;
        }
        self.back.push(place);
        if self.back.len() > MAX_STEPS {
            self.back.remove(0);
        }
    }

    /// The place before, which takes the place of the current one.
    pub fn go_back(&mut self, current: T) -> Option<T> {
        let place = self.back.pop()?;
        self.forward.push(current);
        Some(place)
    }

    /// The place after, which takes the place of the current one.
    pub fn go_forward(&mut self, current: T) -> Option<T> {
        let place = self.forward.pop()?;
        self.back.push(current);
        Some(place)
    }

    /// The same steps through other places.
    pub fn map<U>(&self, place: impl Fn(&T) -> U) -> History<U> {
        History {
            back: self.back.iter().map(&place).collect(),
            forward: self.forward.iter().map(&place).collect(),
        }
    }

    /// Whether there is a place before.
    pub fn can_go_back(&self) -> bool {
        !self.back.is_empty()
    }

    /// Whether there is a place after.
    pub fn can_go_forward(&self) -> bool {
        !self.forward.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_and_forward_walk_the_same_places() {
        let mut history = History::default();
        history.leave(0);
        history.leave(1);
        assert_eq!(history.go_back(2), Some(1));
        assert_eq!(history.go_back(1), Some(0));
        assert_eq!(history.go_back(0), None);
        assert_eq!(history.go_forward(0), Some(1));
        assert_eq!(history.go_forward(1), Some(2));
        assert!(!history.can_go_forward());
    }

    #[test]
    fn a_move_after_going_back_drops_what_lay_ahead() {
        let mut history = History::default();
        history.leave(0);
        assert!(history.go_back(1).is_some());
        history.leave(0);
        assert!(!history.can_go_forward());
    }

    #[test]
    fn it_does_not_grow_without_end() {
        let mut history = History::default();
        for step in 0..1000 {
            history.leave(step);
        }
        assert_eq!(history.back.len(), MAX_STEPS);
    }
}
