// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <paper/flow.h>
#include <paper/inkpage.h>
#include <paper/sheetpainter.h>
#include <rules/sheet.h>

#include <QString>

namespace huiyin {

/// What stands around the frame of every page: organisation, title, header line, foot line, copy
/// label.
class SheetSurround
{
public:
    SheetSurround(const Sheet &sheet,
                  const SheetValues &values,
                  const FieldWords &words,
                  PrintFonts &fonts);

    static constexpr double kTitleHeight = 25;  ///< mm above the frame of the first page
    static constexpr double kRunningHeight = 9; ///< mm above the frame of further pages

    [[nodiscard]] double left() const { return m_sheet.marginLeft; }

    [[nodiscard]] double width() const
    {
        return m_paper.width() - m_sheet.marginLeft - m_sheet.marginRight;
    }

    [[nodiscard]] double bottom() const { return m_paper.height() - m_sheet.marginBottom; }

    [[nodiscard]] double firstTop() const { return m_sheet.marginTop + kTitleHeight; }

    [[nodiscard]] double nextTop() const { return m_sheet.marginTop + kRunningHeight; }

    [[nodiscard]] QSizeF paper() const { return m_paper; }

    [[nodiscard]] QString title() const;

    void drawTitle(InkPage &page) const;

    /// A smaller head for further pages. \param note 背面, 续页 or nothing
    void drawRunning(InkPage &page, const QString &note) const;

    /// \param copy name of the copy, empty if none; `copyIndex` from 0
    void drawFoot(InkPage &page, int number, int total, const QString &copy, int copyIndex) const;

    /// Fixed words of a sheet with {organisation} and {period} filled.
    [[nodiscard]] QString filled(const QString &text) const;

private:
    const Sheet &m_sheet;
    const SheetValues &m_values;
    const FieldWords &m_words;
    PrintFonts &m_fonts;
    QSizeF m_paper;
};

} // namespace huiyin
