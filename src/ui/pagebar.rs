//! The bar over the middle of the window: which page it shows, and what is filtered.

use egui::{Button, RichText, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::action::Action;
use super::command::Command;
use super::page::Page;
use super::tokens::{Tokens, sans, semibold, size, space};
use super::words::shortened;
use crate::model::{Dataset, one_line};
use crate::tr;

/// The height of the bar, in points.
pub const HEIGHT: f32 = 34.0;

/// What the bar shows.
pub struct PageBarCtx<'a> {
    /// The dataset.
    pub dataset: &'a Dataset,
    /// The page that is shown.
    pub page: &'a Page,
    /// Whether the timeline stands over it.
    pub has_timeline: bool,
    /// Whether the window is high enough for both.
    pub has_room: bool,
    /// Whether the panel of filters is shown.
    pub shows_filters: bool,
    /// How many values are filtered by.
    pub terms: usize,
    /// The colours.
    pub tokens: &'static Tokens,
}

/// Shows the bar.
pub fn page_bar_ui(ctx: &PageBarCtx<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    // In a narrow window, the tabs are moved rather than cut.
    let area = ScrollArea::horizontal().id_salt("pages").auto_shrink([false, true]);
    area.show(ui, |ui| tabs_ui(ctx, ui, actions));
}

fn tabs_ui(ctx: &PageBarCtx<'_>, ui: &mut Ui, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.set_min_height(HEIGHT);
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        let text = match ctx.terms {
            0 => tr!("pagebar-filters").to_owned(),
            count => tr!("pagebar-filters-on", count = count),
        };
        let text = RichText::new(text).size(size::CAPTION + 0.5);
        let toggle = ui.add(Button::selectable(ctx.shows_filters, text).frame_when_inactive(true));
        if toggle.on_hover_text(Command::ToggleFilters.tip(ui)).clicked() {
            actions.push(Action::Run(Command::ToggleFilters));
        }
        ui.add_space(space::SMALL);
        for command in Command::PAGES {
            let Some(page) = command.page() else { continue };
            let response = tab_ui(command.text(), *ctx.page == page, ctx.tokens, ui);
            if response.on_hover_text(command.tip(ui)).clicked() {
                actions.push(Action::Run(command));
            }
        }
        // A page that is about something stands beside the others while it is shown.
        if let Some(name) = subject(ctx.dataset, ctx.page) {
            tab_ui(&name, true, ctx.tokens, ui);
        }
        if *ctx.page != Page::Timeline && ctx.has_room {
            const WIDTH: f32 = 108.0;
            let left = ui.available_width() - WIDTH;
            ui.add_space(left.max(space::SMALL));
            let text = RichText::new(tr!("pagebar-with-timeline")).size(size::CAPTION + 0.5);
            let button = Button::selectable(ctx.has_timeline, text).frame_when_inactive(true);
            if ui.add(button).on_hover_text(Command::ToggleTimeline.tip(ui)).clicked() {
                actions.push(Action::Run(Command::ToggleTimeline));
            }
        }
    });
}

/// What a page is about, for its tab.
fn subject(dataset: &Dataset, page: &Page) -> Option<String> {
    /// The most characters of it.
    const MOST: usize = 24;
    Some(match page {
        Page::Timeline | Page::List | Page::Matrix | Page::Cadence => return None,
        Page::Thread(issue) => one_line(dataset.issues.get(issue.pos())?.shown_name(), MOST),
        Page::People(people) => match people.as_slice() {
            [one] => one_line(dataset.people.get(one.pos())?.shown_name(), MOST),
            several => tr!("pagebar-people", count = several.len()),
        },
        Page::Accounts(_) => tr!("pagebar-accounts").to_owned(),
        Page::Compare(events) => match events.len() {
            0 | 1 => tr!("pagebar-compare").to_owned(),
            count => tr!("pagebar-compare-some", count = count),
        },
    })
}

/// A word that is underlined while its page is shown.
fn tab_ui(text: &str, is_on: bool, tokens: &Tokens, ui: &mut Ui) -> egui::Response {
    let font = if is_on { semibold(size::BODY) } else { sans(size::BODY) };
    let galley = ui.painter().layout_no_wrap(shortened(text), font, tokens.text);
    let wanted = vec2(galley.size().x + 2.0 * space::SMALL, HEIGHT);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_on, text));
    let is_near = response.hovered() || response.has_focus();
    let ink = if is_on || is_near { tokens.text } else { tokens.text_muted };
    let place = rect.center() - galley.size() / 2.0;
    ui.painter().galley_with_override_text_color(place, galley, ink);
    if is_on || is_near {
        let color = if is_on { tokens.accent } else { tokens.line };
        let line = rect.shrink2(vec2(space::SMALL, 0.0));
        ui.painter().hline(line.x_range(), rect.bottom() - 1.0, Stroke::new(2.0, color));
    }
    if response.has_focus() {
        let ring = Stroke::new(2.0, tokens.accent);
        let frame = rect.shrink2(vec2(1.0, 4.0));
        ui.painter().rect_stroke(frame, space::RADIUS, ring, egui::StrokeKind::Inside);
    }
    response
}
