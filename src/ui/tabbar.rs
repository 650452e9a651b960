//! The bar of tabs, one for each open dataset. It is shown where there are several.

use std::sync::Arc;

use egui::{
    Align, Color32, CursorIcon, Galley, Layout, Rect, Response, Role, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::action::Action;
use super::command::Command;
use super::tokens::{Tokens, sans, semibold, size, space};
use super::words::shortened;
use crate::tr;

/// The height of the bar, in points.
const HEIGHT: f32 = 32.0;
/// Tabs share the width, but none is wider than this.
const WIDEST: f32 = 230.0;
/// And none is narrower: where there is no room for that, the bar scrolls.
const NARROWEST: f32 = 118.0;
/// The room for the button that lists all tabs.
const LIST_WIDTH: f32 = 52.0;
/// The room for the cross that closes a tab.
const CROSS: f32 = 18.0;

/// Tells a tab from the others for as long as the program runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TabId(pub u64);

/// How it stands with the dataset of a tab.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TabState {
    /// Nothing is to be told of it.
    Ready,
    /// It is being read, and so much is done, from 0 to 1.
    Reading(f32),
    /// Its file can not be read any more; what is shown is what it was before.
    Old,
    /// It could not be read.
    Unreadable,
}

/// What the bar shows of a tab.
#[derive(Clone, Debug, PartialEq)]
pub struct TabItem {
    /// Which one it is.
    pub id: TabId,
    /// Its name.
    pub name: String,
    /// Where its file lies.
    pub path: String,
    /// How it stands with it.
    pub state: TabState,
    /// Whether it is shown.
    pub is_shown: bool,
}

impl TabItem {
    /// What it is called by who does not see its signs.
    fn label(&self) -> String {
        let name = shortened(&self.name);
        match self.state {
            TabState::Ready => name,
            TabState::Reading(part) => tr!("tab-reading", name = name, percent = percent(part)),
            TabState::Old => tr!("tab-old", name = name),
            TabState::Unreadable => tr!("tab-unreadable", name = name),
        }
    }
}

fn percent(part: f32) -> u32 {
    (part * 100.0).clamp(0.0, 100.0) as u32
}

/// Shows the bar.
pub fn tab_bar_ui(tabs: &[TabItem], ui: &mut Ui, actions: &mut Vec<Action>) {
    let t = Tokens::of(ui);
    ui.spacing_mut().item_spacing.x = 0.0;
    let room = ui.available_width();
    let count = tabs.len().max(1) as f32;
    let is_full = count * NARROWEST > room;
    let for_tabs = if is_full { room - LIST_WIDTH } else { room };
    let width = (for_tabs / count).floor().clamp(NARROWEST, WIDEST);
    let shown = tabs.iter().find(|tab| tab.is_shown).map(|tab| tab.id);
    let is_new = is_new(ui, (shown, tabs.len()));
    let foot = ui.cursor().top() + HEIGHT - 0.5;
    ui.painter().hline(ui.max_rect().x_range(), foot, Stroke::new(1.0, t.line));
    ui.horizontal(|ui| {
        ui.set_height(HEIGHT);
        let builder = UiBuilder::new()
            .id_salt("tabs")
            .max_rect(Rect::from_min_size(ui.cursor().min, vec2(for_tabs, HEIGHT)))
            .layout(Layout::left_to_right(Align::Min))
            .accessibility_role(Role::TabList)
            .accessibility_label(tr!("tab-list"));
        ui.scope_builder(builder, |ui| {
            // A wheel that turns one way only shall do.
            ui.style_mut().always_scroll_the_only_direction = true;
            let area = ScrollArea::horizontal()
                .id_salt("tabs")
                .max_width(for_tabs)
                .scroll_bar_visibility(egui::scroll_area::ScrollBarVisibility::AlwaysHidden)
                .auto_shrink([false, true]);
            area.show(ui, |ui| {
                for tab in tabs {
                    let response = tab_ui(tab, width, t, ui, actions);
                    if tab.is_shown && is_new {
                        response.scroll_to_me_animation(None, egui::style::ScrollAnimation::none());
                    }
                }
            });
        });
        if is_full {
            list_ui(tabs, ui, actions);
        }
    });
}

/// Whether another tab is shown than in the last frame, or there are more or fewer.
fn is_new(ui: &Ui, shown: (Option<TabId>, usize)) -> bool {
    let id = ui.scope_id().with("shown tab");
    ui.data_mut(|data| {
        let before = data.get_temp::<(Option<TabId>, usize)>(id);
        data.insert_temp(id, shown);
        before != Some(shown)
    })
}

fn tab_ui(
    tab: &TabItem,
    width: f32,
    t: &Tokens,
    ui: &mut Ui,
    actions: &mut Vec<Action>,
) -> Response {
    let (_, rect) = ui.allocate_space(vec2(width, HEIGHT));
    // Named after the tab, so that the focus stays with it when another one is closed.
    let id = ui.scope_id().with(tab.id);
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, tab.is_shown, tab.label()));
    // egui calls it pressed, as it does a button that stays down.
    ui.ctx().accesskit_node_builder(id, |node| {
        node.clear_toggled();
        node.set_selected(tab.is_shown);
    });
    let place = Rect::from_center_size(
        pos2(rect.right() - space::TIGHT - CROSS / 2.0, rect.center().y),
        vec2(CROSS, CROSS),
    );
    // Not for the Tab key: Ctrl+W closes, and twenty tabs would have forty stops.
    let cross = ui.interact(place, id.with("close"), Sense::CLICK);
    cross.widget_info(|| {
        WidgetInfo::labeled(Role::Button, true, tr!("tab-close", name = shortened(&tab.name)))
    });
    let is_near = response.hovered() || response.has_focus() || cross.hovered();
    if ui.is_rect_visible(rect) {
        paint(tab, rect, is_near, t, ui);
        if response.has_focus() {
            let ring = Stroke::new(2.0, t.accent);
            let frame = rect.shrink2(vec2(1.0, 3.0));
            ui.painter().rect_stroke(frame, space::RADIUS, ring, StrokeKind::Inside);
        }
        if tab.is_shown || is_near {
            paint_cross(place, &cross, t, ui);
        }
    }
    if cross.on_hover_text(close_words(ui)).clicked() || response.middle_clicked() {
        actions.push(Action::CloseTab(tab.id));
    } else if response.clicked() {
        actions.push(Action::GoToTab(tab.id));
    }
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(shortened(&tab.path))
}

fn close_words(ui: &Ui) -> String {
    let text = Command::CloseTab.text();
    Command::CloseTab
        .shortcut_text(ui)
        .map_or_else(|| text.to_owned(), |keys| tr!("command-tip", tip = text, keys = keys))
}

fn paint(tab: &TabItem, rect: Rect, is_near: bool, t: &Tokens, ui: &Ui) {
    let painter = ui.painter();
    if tab.is_shown || is_near {
        let fill = if tab.is_shown { t.raised } else { t.hover };
        painter.rect_filled(rect, 0.0, fill);
    }
    let edge = rect.y_range().shrink(if tab.is_shown { 0.0 } else { 8.0 });
    painter.vline(rect.right() - 0.5, edge, Stroke::new(1.0, t.line));
    if tab.is_shown {
        let line = Rect::from_min_max(rect.left_bottom() - vec2(0.0, 2.0), rect.max);
        painter.rect_filled(line, 0.0, t.accent);
    }
    let mut room = rect.shrink2(vec2(12.0, 0.0));
    room.max.x = rect.right() - space::TIGHT - CROSS - space::TIGHT;
    let sign = match tab.state {
        TabState::Ready => None,
        TabState::Reading(part) => {
            Some((tr!("tab-part-read", percent = percent(part)), t.text_muted))
        }
        TabState::Old | TabState::Unreadable => Some(("!".to_owned(), t.warning)),
    };
    if let Some((text, color)) = sign {
        let galley = painter.layout_no_wrap(text, semibold(size::CAPTION), color);
        let at = pos2(room.right() - galley.size().x, room.center().y - galley.size().y / 2.0);
        room.max.x = at.x - space::TIGHT;
        painter.galley(at, galley, color);
    }
    let ink = if tab.is_shown || is_near { t.text } else { t.text_muted };
    let name = name_galley(tab, room.width(), ink, ui);
    painter.galley(pos2(room.left(), room.center().y - name.size().y / 2.0), name, ink);
}

/// The name in one line. One that is too long lacks its middle: names of files that belong
/// together begin alike.
fn name_galley(tab: &TabItem, width: f32, ink: Color32, ui: &Ui) -> Arc<Galley> {
    let font = if tab.is_shown { semibold(size::BODY) } else { sans(size::BODY) };
    let name = shortened(&tab.name);
    let lay = |text: String| ui.painter().layout_no_wrap(text, font.clone(), ink);
    let whole = lay(name.clone());
    if whole.size().x <= width {
        return whole;
    }
    // The most that fits, found by halves; what was laid out once is kept by egui.
    let (mut fits, mut too_many) = (0, name.chars().count());
    while too_many - fits > 1 {
        let half = (fits + too_many) / 2;
        if lay(without_middle(&name, half)).size().x <= width {
            fits = half;
        } else {
            too_many = half;
        }
    }
    lay(without_middle(&name, fits))
}

/// So many characters of a text, from its beginning and from its end.
fn without_middle(text: &str, kept: usize) -> String {
    let count = text.chars().count();
    let end = kept / 2;
    let (begins, ends) = (kept - end, count.saturating_sub(end));
    let begin: String = text.chars().take(begins).collect();
    let end: String = text.chars().skip(ends).collect();
    format!("{}…{}", begin.trim_end(), end.trim_start())
}

fn paint_cross(place: Rect, response: &Response, t: &Tokens, ui: &Ui) {
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(place, 4.0, t.pressed);
    }
    let ink = if response.hovered() { t.text } else { t.text_muted };
    let arms = place.shrink(5.5);
    let stroke = Stroke::new(1.4, ink);
    painter.line_segment([arms.left_top(), arms.right_bottom()], stroke);
    painter.line_segment([arms.right_top(), arms.left_bottom()], stroke);
}

/// All tabs by name, for those that the bar has no room for.
fn list_ui(tabs: &[TabItem], ui: &mut Ui, actions: &mut Vec<Action>) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.add_space(space::SMALL);
        let text = egui::RichText::new(tabs.len().to_string()).size(size::CAPTION);
        let button = ui.menu_button(text, |ui| {
            ui.set_min_width(230.0);
            ScrollArea::vertical().max_height(480.0).show(ui, |ui| {
                for tab in tabs {
                    let button = egui::Button::selectable(tab.is_shown, tab.label()).truncate();
                    if ui.add(button).on_hover_text(shortened(&tab.path)).clicked() {
                        actions.push(Action::GoToTab(tab.id));
                        ui.close();
                    }
                }
            });
        });
        let label = tr!("tab-all", count = tabs.len());
        button.response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
        button.response.on_hover_text(&label);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_keeps_its_beginning_and_its_end() {
        assert_eq!(without_middle("meetings of 2021", 8), "meet…2021");
        assert_eq!(without_middle("会晤记录二〇二一", 3), "会晤…一");
        assert_eq!(without_middle("ab", 0), "…");
    }
}
