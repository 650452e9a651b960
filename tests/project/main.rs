//! What holds of the project's own files: texts, fonts, packages, the layers of the code.

mod cldr;
mod fonts;
mod layers;
mod packaging;
mod words;
