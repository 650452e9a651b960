//! The system's clipboard, for formatted text beside plain text.
//!
//! Plain text goes through egui. Formatted text needs arboard, which must be kept for
//! as long as others may paste, and may have to wait for the system: it lives on a
//! thread of its own. Where it does not succeed, the plain text goes egui's way.

use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread;

use egui::Context;

use crate::export::clip::Clip;

/// The clipboard; dropped, it gives up what it holds.
#[derive(Default)]
pub struct SystemClipboard {
    worker: Option<Worker>,
}

struct Worker {
    clips: Sender<Clip>,
    /// The plain texts of what could not be put there with its formatting.
    failed: Receiver<String>,
}

impl SystemClipboard {
    /// Puts a clip on the clipboard. Does not wait for the system.
    pub fn put(&mut self, ctx: &Context, clip: Clip) {
        if clip.html.is_none() {
            ctx.copy_text(clip.text);
            return;
        }
        let worker = match self.worker.take() {
            Some(worker) => Some(worker),
            None => Worker::start(ctx),
        };
        let Some(worker) = worker else {
            ctx.copy_text(clip.text);
            return;
        };
        match worker.clips.send(clip) {
            Ok(()) => self.worker = Some(worker),
            // Its thread ended, which only a defect makes it do; the next one may live.
            Err(returned) => ctx.copy_text(returned.0.text),
        }
    }

    /// Copies plainly what could not be copied with its formatting. To be called at
    /// the beginning of each frame.
    pub fn poll(&mut self, ctx: &Context) {
        let Some(worker) = &self.worker else { return };
        match worker.failed.try_recv() {
            Ok(text) => ctx.copy_text(text),
            Err(TryRecvError::Empty) => {}
            Err(TryRecvError::Disconnected) => self.worker = None,
        }
    }
}

impl Worker {
    fn start(ctx: &Context) -> Option<Self> {
        let (clips, taken) = channel();
        let (fails, failed) = channel();
        let ctx = ctx.clone();
        let work = move || {
            serve(&taken, |text| {
                // Nobody may be waiting any more; then it is not wanted.
                let _ = fails.send(text);
                ctx.request_repaint();
            })
        };
        match thread::Builder::new().name("clipboard".to_owned()).spawn(work) {
            Ok(_) => Some(Self { clips, failed }),
            Err(error) => {
                log::error!("no thread for the clipboard: {error}");
                None
            }
        }
    }
}

/// Puts what comes on the clipboard, until nobody sends any more.
fn serve(clips: &Receiver<Clip>, fail: impl Fn(String)) {
    // Kept: on X11 and Wayland it is this program that answers whoever pastes.
    let mut system: Option<arboard::Clipboard> = None;
    while let Ok(Clip { text, html }) = clips.recv() {
        let result = match system.take() {
            Some(kept) => Ok(kept),
            None => arboard::Clipboard::new(),
        };
        let result = result.and_then(|mut clipboard| {
            let html = html.unwrap_or_default();
            clipboard.set_html(html, Some(text.clone())).map(|()| clipboard)
        });
        match result {
            Ok(clipboard) => system = Some(clipboard),
            Err(error) => {
                log::warn!("formatted text can not be copied, plain text is: {error}");
                fail(text);
            }
        }
    }
}
