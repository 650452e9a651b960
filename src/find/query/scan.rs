//! From the text of the search box to terms.

use std::ops::Range;

use super::super::field::Field;
use super::super::fold::fold;
use super::super::vocabulary::Vocabulary;
use super::{Query, QueryProblem, Term, What, value};
use crate::tr;

/// How many terms are taken; more is no question that somebody typed.
const MOST_TERMS: usize = 128;

/// How many of them may be words or phrases.
const MOST_WORDS: usize = 32;

/// A piece of the text: a word, a phrase, or a field with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::find) struct Piece {
    /// Where it stands, with its minus sign.
    pub range: Range<usize>,
    /// Whether a minus sign stands before it.
    pub excluded: bool,
    /// The word before a colon, where it stands.
    pub field: Option<Range<usize>>,
    /// Where the rest stands, with its quotation marks.
    pub rest: Range<usize>,
    /// The rest, without quotation marks.
    pub typed: String,
    /// Whether the rest is in quotation marks.
    pub quotes: Quotes,
}

/// The quotation marks around a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::find) enum Quotes {
    /// There are none.
    None,
    /// They are closed.
    Closed,
    /// They are not closed.
    Open,
    /// They are not closed, and would not be by one more mark: it would belong to the
    /// backslash at the end.
    OpenAtBackslash,
}

impl Piece {
    /// Whether the rest is in quotation marks.
    pub fn is_quoted(&self) -> bool {
        self.quotes != Quotes::None
    }
}

/// What opens and closes exact words.
pub(in crate::find) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '＂')
}

/// What may be written for a minus sign.
pub(in crate::find) fn is_minus(c: char) -> bool {
    matches!(c, '-' | '−' | '–' | '－')
}

/// The pieces of a text.
pub(in crate::find) fn pieces(text: &str) -> impl Iterator<Item = Piece> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        at += rest.len() - rest.trim_start().len();
        let piece = piece(text, at)?;
        at = piece.range.end;
        Some(piece)
    })
}

/// The piece that begins at a byte; none at the end.
fn piece(text: &str, start: usize) -> Option<Piece> {
    let mut rest = text.get(start..).filter(|rest| !rest.is_empty())?;
    let mut chars = rest.chars();
    let excluded = chars.next().is_some_and(is_minus)
        && chars.next().is_some_and(|next| !next.is_whitespace() && !is_minus(next));
    if excluded {
        rest = rest.trim_start_matches(is_minus);
    }
    let field = field(rest).map(|len| {
        let at = text.len() - rest.len();
        let colon = rest.get(len..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        rest = rest.get(len + colon..).unwrap_or_default();
        at..at + len
    });
    let at = text.len() - rest.len();
    let (len, typed, quotes) = match rest.chars().next() {
        Some(quote) if is_quote(quote) => quoted(rest, quote.len_utf8()),
        _ => {
            let len = rest.find(char::is_whitespace).unwrap_or(rest.len());
            (len, rest.get(..len).unwrap_or_default().to_owned(), Quotes::None)
        }
    };
    let end = at + len;
    Some(Piece { range: start..end, excluded, field, rest: at..end, typed, quotes })
}

/// What stands between quotation marks, and its length with them. Where they are not
/// closed, they reach to the end. A backslash takes a quotation mark or a backslash
/// behind it as it is.
fn quoted(text: &str, from: usize) -> (usize, String, Quotes) {
    let mut words = String::new();
    let mut quotes = Quotes::Open;
    let mut chars = text.char_indices().skip_while(|(at, _)| *at < from).peekable();
    while let Some((at, c)) = chars.next() {
        quotes = Quotes::Open;
        if c == '\\' {
            let taken = chars.next_if(|(_, next)| *next == '\\' || is_quote(*next));
            words.push(taken.map_or(c, |(_, next)| next));
            if taken.is_none() {
                quotes = Quotes::OpenAtBackslash;
            }
        } else if is_quote(c) {
            return (at + c.len_utf8(), words, Quotes::Closed);
        } else {
            words.push(c);
        }
    }
    (text.len(), words, quotes)
}

/// The length of the word before a colon, if it may be a field: `http://`, `10:30` and
/// a colon at the end of a word are none.
fn field(text: &str) -> Option<usize> {
    let len = text.find(|c: char| !c.is_ascii_alphabetic())?;
    let after = text.get(len..)?.strip_prefix([':', '：'])?;
    let is_field = Field::from_word(text.get(..len)?).is_some();
    let is_value =
        !after.starts_with("//") && after.chars().next().is_some_and(|c| !c.is_whitespace());
    (len > 0 && (is_field || is_value)).then_some(len)
}

/// Reads all terms of a text.
pub(super) fn scan(text: &str, vocabulary: &Vocabulary, query: &mut Query) {
    let mut words = 0;
    for piece in pieces(text) {
        let Piece { range, excluded, field, .. } = &piece;
        let is_word = field.is_none();
        words += usize::from(is_word);
        if query.terms.len() + query.problems.len() >= MOST_TERMS || words > MOST_WORDS {
            let message = tr!("find-too-long").to_owned();
            query.problems.push(QueryProblem { range: range.start..text.len(), message });
            return;
        }
        let (range, excluded) = (range.clone(), *excluded);
        match what(text, &piece, vocabulary) {
            Ok(Some(what)) => query.terms.push(Term { range, excluded, what }),
            Ok(None) => words -= usize::from(is_word),
            Err(message) => query.problems.push(QueryProblem { range, message }),
        }
    }
}

/// What a piece names; nothing where it has nothing to look for.
fn what(text: &str, piece: &Piece, vocabulary: &Vocabulary) -> Result<Option<What>, String> {
    if let Some(field) = &piece.field {
        let word = text.get(field.clone()).unwrap_or_default();
        return value::field_term(word, piece, vocabulary).map(|term| Some(What::Field(term)));
    }
    let folded = fold(&piece.typed);
    // Marks alone, such as a dash between two words, are nothing to look for.
    if !folded.contains(char::is_alphanumeric) {
        return Ok(None);
    }
    if piece.is_quoted() {
        return Ok(Some(What::Phrase(folded)));
    }
    // What stands behind or around a word where it was copied from does not belong to it.
    let word = folded.trim_matches(|c| ",;:.!?()[]{}\"'。、《》".contains(c));
    Ok(Some(What::Word(word.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::super::Value;
    use super::*;
    use crate::model::{Dataset, Stance};

    fn terms(text: &str) -> Vec<(bool, What)> {
        let query = Query::parse(text, &Vocabulary::of(&Dataset::default()));
        assert_eq!(query.problems, [], "{text}");
        query.terms.into_iter().map(|term| (term.excluded, term.what)).collect()
    }

    #[test]
    fn words_and_phrases() {
        let word = |word: &str| What::Word(word.to_owned());
        let phrase = |words: &str| What::Phrase(words.to_owned());
        assert_eq!(
            terms("Deng, “U.S.”  -Nixon"),
            [(false, word("deng")), (false, phrase("u.s.")), (true, word("nixon")),]
        );
        assert_eq!(terms("-\"One  China\"x"), [(true, phrase("one china")), (false, word("x"))]);
        assert_eq!(terms("\"open end"), [(false, phrase("open end"))]);
        assert_eq!(terms(r#""say \"no\"""#), [(false, phrase("say \"no\""))]);
        assert_eq!(
            terms("http://x.org 10:30 note:"),
            [(false, word("http://x.org")), (false, word("10:30")), (false, word("note")),]
        );
        assert_eq!(terms("- -- … \"\" \u{301} well-known"), [(false, word("well-known"))]);
    }

    #[test]
    fn a_field_takes_any_case_and_width() {
        for text in ["stance:dispute", "STANCE:Dispute", "stance：\"ｄｉｓｐｕｔｅ\""] {
            let found = terms(text);
            let [(false, What::Field(term))] = &*found else {
                panic!("{text}: {found:?}");
            };
            assert_eq!(term.value, Value::Stance(Stance::Dispute));
        }
        assert_eq!(terms("date:1998"), terms("Year:1998"));
    }
}
