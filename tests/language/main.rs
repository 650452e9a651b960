//! The program in Chinese, and from one language to the other. The language is one for the
//! process: each test holds it for itself.

mod chinese;
#[path = "../support/program.rs"]
mod program;
mod switch;
mod whole;

use std::sync::{Mutex, MutexGuard, PoisonError};

use readout::lang::{self, Language};

/// Has the program speak a language as long as what is given back lives.
fn speaking(language: Language) -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    let alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    lang::set(language);
    alone
}
