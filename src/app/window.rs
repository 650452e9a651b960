//! The window: what it looks like at first, and opening it with one renderer or, where
//! that fails, with the other.

use std::cell::Cell;
use std::fmt;

use eframe::{App, CreationContext, NativeOptions, Renderer};

use crate::lang::list;
use crate::tr;

/// The name under which the desktop knows the program.
pub const APP_ID: &str = "readout";

/// The window's options: name, icon, size.
pub fn native_options() -> NativeOptions {
    let icon =
        eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon/readout-256.png"));
    let mut viewport = egui::ViewportBuilder::default()
        .with_app_id(APP_ID)
        .with_title("Readout")
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([640.0, 420.0])
        .with_drag_and_drop(true);
    if let Ok(icon) = icon {
        viewport = viewport.with_icon(icon);
    }
    // Dithering smooths gradients, of which there are hardly any, at a cost for each
    // pixel that is considerable where a processor paints.
    NativeOptions { viewport, dithering: false, ..Default::default() }
}

/// Why there is no window, or no longer one, for who reads it on the terminal: what was
/// tried, what came of it, what to do.
#[derive(Debug)]
pub struct WindowError {
    tried: Vec<(Renderer, eframe::Error)>,
}

/// Opens a window and returns when it has been closed. Without a wish for a renderer,
/// where the first one can not open it the other one is tried. What `make` makes is made
/// once, when there is a window.
///
/// # Errors
/// If neither can open the window, or it was lost.
pub fn open<A: App + 'static>(
    renderer: Option<Renderer>,
    options: &dyn Fn() -> NativeOptions,
    make: impl FnOnce(&CreationContext<'_>) -> A,
) -> Result<(), WindowError> {
    let make = Cell::new(Some(make));
    let mut tried = Vec::new();
    let order = renderer.map_or(vec![Renderer::Wgpu, Renderer::Glow], |only| vec![only]);
    for renderer in order {
        log::debug!("opening a window with {renderer}");
        let create: eframe::AppCreator<'_> = Box::new(|cc| {
            let make = make.take().ok_or("there has been a window already")?;
            log::info!("there is a window, painted with {renderer}");
            Ok(Box::new(make(cc)))
        });
        let Err(error) =
            eframe::run_native(APP_ID, NativeOptions { renderer, ..options() }, create)
        else {
            return Ok(());
        };
        log::warn!("no window with {renderer}: {error}");
        let unused = make.take();
        // Without a screen, or after a window that was there, the other would fail as well.
        let is_last = unused.is_none() || is_about_screen(&error);
        make.set(unused);
        tried.push((renderer, error));
        if is_last {
            break;
        }
    }
    Err(WindowError { tried })
}

fn is_about_screen(error: &eframe::Error) -> bool {
    matches!(error, eframe::Error::WinitEventLoop(_))
}

/// The variables that name the screen, with what they say.
fn screens() -> Vec<String> {
    let said = |name: &str| {
        let value = std::env::var(name).ok().filter(|value| !value.is_empty());
        value.map(|value| format!("{name}={value}"))
    };
    ["WAYLAND_DISPLAY", "DISPLAY"].into_iter().filter_map(said).collect()
}

impl std::error::Error for WindowError {}

impl fmt::Display for WindowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", tr!("window-fails"))?;
        let is_about_screen = self.tried.iter().any(|(_, error)| is_about_screen(error));
        if is_about_screen {
            let screens = screens();
            let advice = match screens.is_empty() {
                true => tr!("window-no-screen").to_owned(),
                false => tr!("window-screen-silent", screens = list::things(&screens)),
            };
            return write!(f, "\n{advice}");
        }
        for (renderer, error) in &self.tried {
            // Some reasons are a page long.
            let reason: Vec<_> = error.to_string().split_whitespace().map(str::to_owned).collect();
            let reason: String = reason.join(" ").chars().take(400).collect();
            let renderer = renderer.to_string();
            write!(f, "\n  {}", tr!("window-tried", renderer = renderer, reason = reason))?;
        }
        write!(f, "\n{}", tr!("window-advice"))
    }
}
