// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <paper/boxtext.h>
#include <paper/flow.h>
#include <paper/inkpage.h>
#include <paper/sheetpainter.h>
#include <rules/sheet.h>

#include <QString>

namespace huiyin {

/// What stands around the frame of every page: organisation, title, header line, foot lines, copy
/// label, marks.
class SheetSurround
{
public:
    SheetSurround(const Sheet &sheet,
                  const SheetValues &values,
                  const FieldCatalogue &catalogue,
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

    enum class Note { None, Back, More };

    /// A smaller head for further pages, with 背面 or 续页.
    void drawRunning(InkPage &page, Note note = Note::None) const;

    void drawFoot(InkPage &page, int number, int total) const;

    /// The name of a copy down the right margin: 第一联 存根. \param index from 0; an empty name
    /// draws nothing
    void drawCopy(InkPage &page, const QString &copy, int index) const;

    /// Watermark and 作废, where they are wanted.
    void drawMarks(InkPage &page, bool unfinished) const;

    /// Fixed words of a sheet with {organisation} and {period} filled.
    [[nodiscard]] QString filled(const QString &text) const;

private:
    [[nodiscard]] bool chinese() const { return m_values.language == Language::Chinese; }

    [[nodiscard]] QString printedText() const;
    void drawCorner(InkPage &page) const;

    const Sheet &m_sheet;
    const SheetValues &m_values;
    const FieldCatalogue &m_catalogue;
    const FieldWords &m_words;
    PrintFonts &m_fonts;
    QSizeF m_paper;
};

/// What the makers of pages share.
struct SheetInput
{
    const Sheet &sheet;
    const FieldCatalogue &catalogue;
    const SheetValues &values;
    const FieldWords &words;
    const BoxSetter &box;
    const SheetSurround &surround;
    PrintFonts &fonts;
};

} // namespace huiyin
