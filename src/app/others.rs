//! A row of things of which one is shown: those before it, and those after it.

use std::collections::VecDeque;
use std::mem::replace;

/// Those beside the one that is shown, which stands apart so that there always is one.
#[derive(Debug)]
pub struct Others<T> {
    before: Vec<T>,
    after: VecDeque<T>,
}

impl<T> Default for Others<T> {
    fn default() -> Self {
        Self { before: Vec::new(), after: VecDeque::new() }
    }
}

impl<T> Others<T> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.before.len() + self.after.len()
    }

    /// Where in the row the one stands that is shown.
    pub fn position(&self) -> usize {
        self.before.len()
    }

    /// All of the row, in its order.
    pub fn row<'a>(&'a self, shown: &'a T) -> impl Iterator<Item = &'a T> {
        self.before.iter().chain(std::iter::once(shown)).chain(&self.after)
    }

    /// All others, in their order.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.before.iter_mut().chain(&mut self.after)
    }

    /// Shows the one at a position of the row; the last one where that is beyond it.
    pub fn show(&mut self, shown: &mut T, position: usize) {
        while position < self.before.len() {
            let Some(next) = self.before.pop() else { break };
            self.after.push_front(replace(shown, next));
        }
        while position > self.before.len() {
            let Some(next) = self.after.pop_front() else { break };
            self.before.push(replace(shown, next));
        }
    }

    /// Puts another one at the end of the row.
    pub fn push(&mut self, one: T) {
        self.after.push_back(one);
    }

    /// Puts another one at a position of the row, or at its end, and shows it.
    pub fn insert(&mut self, shown: &mut T, position: usize, one: T) {
        let last = self.len();
        self.show(shown, position.min(last));
        if position > last {
            self.before.push(replace(shown, one));
        } else {
            self.after.push_front(replace(shown, one));
        }
    }

    /// Takes the one out that is shown, and shows the one after it, or else the one
    /// before it. None where it is alone.
    pub fn take_shown(&mut self, shown: &mut T) -> Option<T> {
        let next = self.after.pop_front().or_else(|| self.before.pop())?;
        Some(replace(shown, next))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> (Others<u8>, u8) {
        let (mut others, shown) = (Others::default(), 0);
        (1..5).for_each(|one| others.push(one));
        (others, shown)
    }

    fn all(others: &Others<u8>, shown: &u8) -> Vec<u8> {
        others.row(shown).copied().collect()
    }

    #[test]
    fn to_show_another_keeps_the_order() {
        let (mut others, mut shown) = row();
        for position in [4, 2, 0, 3, 9] {
            others.show(&mut shown, position);
            assert_eq!(usize::from(shown), position.min(4));
            assert_eq!(others.position(), position.min(4));
            assert_eq!(all(&others, &shown), [0, 1, 2, 3, 4]);
        }
    }

    #[test]
    fn what_is_taken_out_can_be_put_back_where_it_was() {
        for position in 0..5 {
            let (mut others, mut shown) = row();
            others.show(&mut shown, position);
            let taken = others.take_shown(&mut shown).expect("there are others");
            assert_eq!(usize::from(taken), position);
            assert_eq!(usize::from(shown), if position == 4 { 3 } else { position + 1 });
            others.show(&mut shown, 1);
            others.insert(&mut shown, position, taken);
            assert_eq!(usize::from(shown), position);
            assert_eq!(all(&others, &shown), [0, 1, 2, 3, 4]);
        }
        let (mut alone, mut shown) = (Others::default(), 7);
        assert_eq!(alone.take_shown(&mut shown), None);
        alone.insert(&mut shown, 9, 8);
        assert_eq!((all(&alone, &shown), shown), (vec![7, 8], 8));
    }
}
