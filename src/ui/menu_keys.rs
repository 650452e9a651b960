//! The menus of a bar by keys, as bars of menus have it: ↓, Enter and Space open one, ←
//! and → lead to its neighbours, and Esc closes it and gives its name the focus back.
//!
//! egui itself walks what is in an open menu, and opens the menus within it; what is
//! between the menus of a bar it leaves to this.

use egui::containers::menu::MenuState;
use egui::{FocusDirection, Id, Key, PointerButton, Popup, Response, Ui};

/// A menu of the bar.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    /// The widget that is its name.
    name: Id,
    /// What opens from it.
    popup: Id,
}

/// What keys ask of the menus of a bar; kept from frame to frame.
///
/// To be used in this order: [`begin`](Self::begin), then for each menu
/// [`in_menu`](Self::in_menu) at the end of its entries where it is open and
/// [`after_menu`](Self::after_menu), then [`end`](Self::end).
#[derive(Clone, Debug, Default)]
pub(super) struct MenuKeys {
    /// The menus that were shown so far in this frame.
    places: Vec<Place>,
    /// Those of the last one.
    before: Vec<Place>,
    /// The one of them that is open.
    open: Option<Place>,
    /// By how many places to go on from an open menu (`true`) or from the name of a closed
    /// one.
    step: Option<(Id, isize, bool)>,
    /// What is to be opened with the next frame: the widgets of this one were there before.
    opens: Option<Id>,
    /// What is to have the focus in its first entry, once that is laid out.
    enters: Option<Id>,
}

impl MenuKeys {
    fn id(ui: &Ui) -> Id {
        ui.unique_id().with("keys of menus")
    }

    /// Opens what was asked for in the last frame.
    pub fn begin(ui: &Ui) -> Self {
        let mut keys: Self = ui.data_mut(|data| data.remove_temp(Self::id(ui))).unwrap_or_default();
        keys.before = std::mem::take(&mut keys.places);
        if let Some(popup) = keys.opens.take() {
            Popup::open_id(ui.ctx(), popup);
            keys.enters = Some(popup);
        }
        keys
    }

    /// To be called within an open menu, after its entries.
    pub fn in_menu(&mut self, ui: &Ui) {
        let layer = ui.layer_id();
        if self.enters == Some(layer.id) {
            // In its first frame, a menu is measured and takes no focus.
            if !ui.is_sizing_pass() {
                self.enters = None;
                let first = ui.ctx().viewport(|viewport| {
                    let mut widgets = viewport.this_pass.widgets.get_layer(layer);
                    let first = widgets.find(|it| it.enabled && it.sense.is_focusable());
                    first.map(|widget| widget.id)
                });
                if let Some(first) = first {
                    ui.memory_mut(|memory| memory.request_focus(first));
                }
            }
            ui.request_repaint();
            return;
        }
        let Some(step) = pressed_step(ui) else { return };
        // A menu within this one has the keys while the focus is in it, and when it opens.
        let focused = ui.memory(|memory| memory.focused());
        let is_here = focused.is_none_or(|id| {
            let is_name = self.before.iter().any(|place| place.name == id);
            is_name || ui.read_response(id).is_some_and(|it| it.layer_id == layer)
        });
        let has_inner = MenuState::from_id(ui.ctx(), layer.id, |state| state.open_item.is_some());
        if is_here && (step < 0 || !has_inner) {
            self.take_step(ui, (layer.id, step, true));
        }
    }

    fn take_step(&mut self, ui: &Ui, step: (Id, isize, bool)) {
        self.step = Some(step);
        // Else egui would look for what lies in that direction.
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }

    /// To be called with the name of each menu when it was shown.
    pub fn after_menu(&mut self, response: &Response, is_open: bool, ui: &Ui) {
        let place = Place { name: response.id, popup: Popup::default_response_id(response) };
        self.places.push(place);
        if is_open {
            self.open = Some(place);
        }
        if !response.has_focus() {
            return;
        }
        let is_by_keys = response.clicked() && !response.clicked_by(PointerButton::Primary);
        if is_by_keys && is_open {
            self.enters = Some(place.popup);
        }
        if is_open {
            return;
        }
        if is_pressed(ui, Key::ArrowDown) {
            ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
            self.opens = Some(place.popup);
        } else if let Some(step) = pressed_step(ui) {
            self.take_step(ui, (place.popup, step, false));
        }
    }

    /// Does what the keys of this frame ask for.
    pub fn end(mut self, ui: &Ui) {
        let count = self.places.len().cast_signed();
        if let Some((from, step, is_open)) = self.step.take()
            && let Some(pos) = self.places.iter().position(|place| place.popup == from)
        {
            let pos = (pos.cast_signed() + step).rem_euclid(count.max(1)).cast_unsigned();
            if let Some(place) = self.places.get(pos) {
                self.opens = is_open.then_some(place.popup);
                ui.memory_mut(|memory| memory.request_focus(place.name));
            }
        }
        // egui has closed it, and taken the focus from what was in it.
        if let Some(place) = self.open.take()
            && ui.input(|input| input.key_pressed(Key::Escape))
        {
            ui.memory_mut(|memory| memory.request_focus(place.name));
        }
        if self.opens.is_some() || self.enters.is_some() {
            ui.request_repaint();
        }
        ui.data_mut(|data| data.insert_temp(Self::id(ui), self));
    }
}

fn is_pressed(ui: &Ui, key: Key) -> bool {
    ui.input(|input| input.modifiers.is_none() && input.key_pressed(key))
}

/// By how many menus the arrows that are pressed lead on.
fn pressed_step(ui: &Ui) -> Option<isize> {
    let keys = [(Key::ArrowLeft, -1), (Key::ArrowRight, 1)];
    keys.into_iter().find(|(key, _)| is_pressed(ui, *key)).map(|(_, step)| step)
}
