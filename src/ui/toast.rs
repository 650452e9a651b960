//! A short word at the foot of the window on what was just done.

use egui::{Align2, Area, Context, Frame, Id, Order, vec2};

use super::access::live;
use super::tokens::Tokens;

/// How long a word stays, in seconds.
const STAY_SECS: f64 = 2.5;

/// The word, if there is one.
#[derive(Debug, Default)]
pub struct Toast {
    text: String,
    /// When it goes, in egui's time.
    until: f64,
}

impl Toast {
    /// Says something, in the place of what was said before.
    pub fn say(&mut self, ctx: &Context, text: impl Into<String>) {
        self.text = text.into();
        self.until = ctx.input(|input| input.time) + STAY_SECS;
        ctx.request_repaint();
    }

    /// Says nothing any more.
    pub fn clear(&mut self) {
        self.text.clear();
    }

    /// What is being said.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Shows it, and asks for the one frame in which it goes.
    pub fn ui(&mut self, ctx: &Context) {
        if self.text.is_empty() {
            return;
        }
        let left = self.until - ctx.input(|input| input.time);
        if left <= 0.0 {
            self.text.clear();
            return;
        }
        ctx.request_repaint_after(std::time::Duration::from_secs_f64(left));
        let tokens = Tokens::of(ctx);
        Area::new(Id::unique("toast"))
            .order(Order::Foreground)
            .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -44.0))
            .interactable(false)
            .show(ctx, |ui| {
                Frame::popup(ui.style()).fill(tokens.text).show(ui, |ui| {
                    let text = egui::RichText::new(&self.text).color(tokens.canvas);
                    let widest = ui.ctx().content_rect().width() - 60.0;
                    ui.set_max_width(widest);
                    // In one line, wherever the layer of the last one stood.
                    let label = egui::Label::new(text);
                    let is_short = self.text.chars().count() < 90;
                    let said = ui.add(if is_short { label.extend() } else { label.wrap() });
                    live(&said, false);
                });
            });
    }
}
