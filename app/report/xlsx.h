// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/instant.h>
#include <domain/result.h>

#include <QString>
#include <QStringList>

#include <memory>

namespace huiyin {

/// A line of the page that says what a file holds: what it is, and the words.
struct Remark
{
    QString what, words;
};

/// How words stand in their cell; Line and Title stand outside the table and go on over empty
/// cells.
enum class TextLook { Wrapped, Right, Bold, Line, Title };

/// One worksheet written row by row, so that a register of any length takes little memory. Words
/// stay words: no text becomes a formula or a number. Prints on A4 landscape, as wide as one page,
/// with the heading on each.
class XlsxSheet
{
public:
    /// Begins a file beside `path`; it takes the place of `path` only in finish().
    XlsxSheet(const QString &path, const QString &sheetName);
    ~XlsxSheet();
    XlsxSheet(const XlsxSheet &) = delete;
    XlsxSheet &operator=(const XlsxSheet &) = delete;

    void setWidths(const QVector<double> &characters);
    /// A bold row that stays in view, is printed on every page and can be filtered by.
    void heading(const QStringList &cells);
    /// The rows before this call are those that the heading filters: totals and notes follow.
    void endOfFilter();
    void text(const QString &text, TextLook look = TextLook::Wrapped);
    /// \param shown  how the table shows it: `97.50%`, `3.25‰`, `↑1.20`, `1,234.50`; empty: whole
    void number(double number, bool bold = false, const QString &shown = {});
    void moment(Instant instant); ///< a real date with time
    void day(Day day);            ///< a real date
    void blank();
    void endRow();

    /// A second page that says what the file holds.
    void remarks(const QString &sheetName, const QVector<Remark> &lines);

    /// \error report.write
    [[nodiscard]] Result<Done> finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace huiyin
