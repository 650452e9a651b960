//! What only those hear who do not see the window: landmarks, levels of headings, places
//! in lists, and announcements. The names of things are where the things are.

use egui::accesskit::{Action, ActionRequest, Live, Node, TreeId};
use egui::{Context, Event, Id, Key, Response, Role, StrokeKind, Ui, Vec2};

use super::tokens::{Tokens, space};

/// So much of what has the focus is seen, in points, if it is not smaller.
const ENOUGH: f32 = 48.0;

/// Makes all that stands in a part of the window a landmark, to which screen readers can
/// jump. On Linux those of [`Role::Banner`], [`Role::Complementary`],
/// [`Role::ContentInfo`], [`Role::Main`], [`Role::Navigation`], [`Role::Region`] and
/// [`Role::Search`] are; where the kind of it is not told, its name is.
///
/// To be called first in that part. The key that leads from panel to panel takes them in
/// the order of their places.
pub(crate) fn landmark(ui: &Ui, place: Place, role: Role, name: &str) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(role);
        node.set_label(name);
    });
    let pass = ui.ctx().cumulative_pass_nr();
    ui.data_mut(|data| {
        let regions = data.get_temp_mut_or_default::<Regions>(regions_id());
        if regions.pass != pass {
            *regions = Regions { pass, ids: Vec::new() };
        }
        regions.ids.push((place, ui.unique_id()));
    });
}

/// Where a landmark stands, in the order in which a window is read: from its top to its
/// foot, and from left to right. Panels are shown in another one, in which they take their
/// room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    Menus,
    Search,
    Tabs,
    Trouble,
    Filters,
    Pages,
    Chips,
    Timeline,
    Page,
    Pane,
    Problems,
    Foot,
}

/// The landmarks of a frame.
#[derive(Clone, Debug, Default)]
struct Regions {
    pass: u64,
    ids: Vec<(Place, Id)>,
}

fn regions_id() -> Id {
    Id::unique("landmarks")
}

/// Gives the focus to the first thing that takes it in the next panel, or in the one
/// before: of what is in view, or else to what is nearest to it, and that comes into view.
/// To be called when all panels of the frame were shown.
pub fn walk_panels(ctx: &Context, forward: bool) {
    let Regions { mut ids, .. } = ctx.data(|data| data.get_temp(regions_id())).unwrap_or_default();
    ids.sort_by_key(|(place, _)| *place);
    let focused = ctx.memory(|memory| memory.focused());
    let middle = ctx.content_rect().center();
    // The best widget of each panel, with its distance from view, and where the focus is.
    let mut best: Vec<Option<(f32, Id)>> = vec![None; ids.len()];
    let mut now = None;
    ctx.viewport(|viewport| {
        let widgets = &viewport.this_pass.widgets;
        for widget in widgets.get_layer(egui::LayerId::background()) {
            if !(widget.enabled && widget.sense.is_focusable()) {
                continue;
            }
            // The innermost landmark around it.
            let mut around = std::iter::successors(Some(widget.parent_id), |id| {
                let parent = widgets.get(*id)?.parent_id;
                (parent != *id).then_some(parent)
            });
            let Some(region) = around.find_map(|id| ids.iter().position(|(_, it)| *it == id))
            else {
                continue;
            };
            if Some(widget.id) == focused {
                now = Some(region);
            }
            let is_seen = widget.visible && widget.interact_rect.is_positive();
            let distance = if is_seen { 0.0 } else { widget.rect.distance_to_pos(middle) };
            if let Some(best) = best.get_mut(region)
                && best.is_none_or(|(least, _)| distance < least)
            {
                *best = Some((distance, widget.id));
            }
        }
    });
    let count = ids.len();
    let steps = (1..=count).map(|step| match (now, forward) {
        (Some(now), true) => (now + step) % count,
        (Some(now), false) => (now + count - step) % count,
        (None, true) => step - 1,
        (None, false) => count - step,
    });
    let mut targets = steps.filter_map(|pos| best.get(pos).copied().flatten());
    if let Some((_, id)) = targets.next() {
        set_by_keyboard(ctx, true);
        ctx.memory_mut(|memory| memory.request_focus(id));
    }
}

/// Gives the focus to the first thing that takes it in the first panel.
pub fn focus_first_panel(ctx: &Context) {
    if let Some(id) = ctx.memory(|memory| memory.focused()) {
        ctx.memory_mut(|memory| memory.surrender_focus(id));
    }
    walk_panels(ctx, true);
}

fn by_keyboard_id() -> Id {
    Id::unique("focus by keyboard")
}

fn set_by_keyboard(ctx: &Context, is: bool) {
    ctx.data_mut(|data| data.insert_temp(by_keyboard_id(), is));
}

fn is_by_keyboard(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp(by_keyboard_id())).unwrap_or(false)
}

/// Keeps in mind whether the focus is moved by keys or by the pointer, and brings what has
/// got it by keys into view. To be called once a frame, before anything is shown.
pub fn watch_focus(ctx: &Context) {
    let (is_key, is_press) = ctx.input(|input| {
        let keys = [Key::Tab, Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight];
        (keys.iter().any(|key| input.key_pressed(*key)), input.pointer.any_pressed())
    });
    if is_key || is_press {
        set_by_keyboard(ctx, is_key);
    }
    if is_key {
        // Where the focus goes shows in this frame, and is looked at in the next.
        ctx.request_repaint();
    }
    let (focus, last) = (ctx.memory(|memory| memory.focused()), Id::unique("last focus"));
    let before = ctx.data_mut(|data| {
        let before: Option<Id> = data.get_temp(last).flatten();
        data.insert_temp(last, focus);
        before
    });
    if focus != before && is_by_keyboard(ctx) {
        focus.inspect(|id| bring_into_view(ctx, *id));
    }
}

/// Scrolls to a widget that is cut off by an edge. It is asked for as a screen reader
/// does: so each widget takes it, and whatever it stands in is scrolled. Of a large one,
/// such as a picture that has keys of its own, a part is enough.
fn bring_into_view(ctx: &Context, id: Id) {
    let Some(response) = ctx.read_response(id) else { return };
    let (all, seen) = (response.rect.size(), response.interact_rect.size());
    let enough = all.min(Vec2::splat(ENOUGH)) - Vec2::splat(1.0);
    if seen.x >= enough.x && seen.y >= enough.y {
        return;
    }
    let request = ActionRequest {
        action: Action::ScrollIntoView,
        target_tree: TreeId::ROOT,
        target_node: id.accesskit_id(),
        data: None,
    };
    ctx.input_mut(|input| input.events.push(Event::AccessKitActionRequest(request)));
}

/// A ring around what has the focus, unless it has it from a click: then one knows.
pub(crate) fn ring(response: &Response) {
    let ctx = &response.ctx;
    if response.has_focus() && is_by_keyboard(ctx) {
        let stroke = super::theme::focus_ring(Tokens::of(ctx));
        let painter = ctx.layer_painter(response.layer_id).with_clip_rect(response.interact_rect);
        painter.rect_stroke(response.rect, space::RADIUS, stroke, StrokeKind::Inside);
    }
}

/// A ring around an edge of a pane that has the focus: egui paints none, and its edges are
/// told from all else by how narrow they are.
pub fn ring_edges(ctx: &Context) {
    const WIDEST: f32 = 8.0;
    let focused = ctx.memory(|memory| memory.focused());
    let Some(response) = focused.and_then(|id| ctx.read_response(id)) else { return };
    if response.sense.senses_drag() && response.rect.size().min_elem() <= WIDEST {
        let stroke = super::theme::focus_ring(Tokens::of(ctx));
        let painter = ctx.layer_painter(response.layer_id);
        painter.rect_stroke(response.rect, 0.0, stroke, StrokeKind::Inside);
    }
}

/// Has a text said by screen readers when it comes and when it changes; at once, where it
/// is urgent.
pub(crate) fn live(response: &Response, is_urgent: bool) {
    node(response, |node| {
        node.set_live(if is_urgent { Live::Assertive } else { Live::Polite });
    });
}

/// Makes a text a heading of a level: 1 heads a panel or page, 2 a part of it.
pub(crate) fn heading(response: &Response, text: &str, level: usize) {
    node(response, |node| {
        node.set_role(Role::Heading);
        node.set_label(text);
        node.set_level(level);
    });
}

/// Changes what is told of a widget.
pub(crate) fn node(response: &Response, change: impl FnOnce(&mut Node)) {
    response.ctx.accesskit_node_builder(response.id, change);
}

/// One of several of which one or none is chosen, such as a row of a list. `place` is its
/// position among all, and how many there are; of which only those in view have a node.
pub(crate) fn option(response: &Response, (pos, count): (usize, usize), is_selected: bool) {
    node(response, |node| {
        node.set_role(Role::ListBoxOption);
        node.clear_toggled();
        node.set_selected(is_selected);
        node.set_position_in_set(pos);
        node.set_size_of_set(count);
    });
}

/// Makes a widget a list of so many, of which `active` is the one that the keys are at.
pub(crate) fn list(response: &Response, count: usize, active: Option<Id>) {
    node(response, |node| {
        node.set_role(Role::ListBox);
        node.set_size_of_set(count);
        if let Some(active) = active {
            node.set_active_descendant(active.accesskit_id());
        }
    });
}

/// What screen readers say that is not written anywhere as such: one thing at a time, each
/// once.
///
/// Each has a node of its own, which comes when it is said, and goes with the next one:
/// a screen reader says what comes, also where it is the same as before.
#[derive(Debug, Default)]
pub struct Speaker {
    text: String,
    /// How many were said.
    count: u64,
}

impl Speaker {
    /// Says something, in the place of what was said before.
    pub fn say(&mut self, text: impl Into<String>) {
        *self = Self { text: text.into(), count: self.count + 1 };
    }

    /// What was said last, and how many things were.
    pub fn said(&self) -> (&str, u64) {
        (&self.text, self.count)
    }

    /// Keeps what was said last in the tree.
    pub fn tell(&self, ctx: &Context) {
        if self.text.is_empty() {
            return;
        }
        ctx.accesskit_node_builder(Id::unique(("said", self.count)), |node| {
            node.set_role(Role::Status);
            node.set_live(Live::Polite);
            node.set_label(self.text.as_str());
        });
    }
}
