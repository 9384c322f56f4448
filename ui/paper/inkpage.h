// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/finding.h>
#include <domain/result.h>
#include <paper/printfonts.h>

#include <QImage>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QVector>

#include <optional>

class QPagedPaintDevice;
class QPainter;

namespace huiyin {

/// A rule of the form, mm; `points` wide.
struct InkRule
{
    QPointF from, to;
    double points = 0.5;
};

/// A line of text with its left end and baseline, mm.
struct InkText
{
    QPointF at;
    InkLine line;
};

/// A shade behind cells, mm; `grey` 0 (white) to 0.12.
struct InkShade
{
    QRectF area;
    double grey = 0.06;
};

/// A word across the page, beneath all else: watermark, 作废.
struct InkMark
{
    QPointF centre; ///< mm
    InkLine line;
    double degrees = -30; ///< clockwise
    double grey = 0.12;   ///< 0 (white) to 1 (black)
    bool framed = false;
};

struct InkPage
{
    std::optional<QSizeF> paper = std::nullopt; ///< mm, where it is not the document's
    QVector<InkMark> marks;
    QVector<InkShade> shades;
    QVector<InkRule> rules;
    QVector<InkText> texts;
};

/// Pages ready for any paint device: made once, painted on preview, printer, PDF and picture alike.
struct InkDocument
{
    QString title;          ///< for the PDF's own title
    QSizeF paper{210, 297}; ///< mm
    QVector<InkPage> pages;
    QStringList missingGlyphs; ///< characters printed as [U+…] because no installed font has them
    Findings findings; ///< to show beside the preview: paper.font.missing – refuses to be printed
                       ///< –, paper.font.replaced, paper.glyph.missing
};

/// Paints one page onto a painter whose origin is the paper's corner. \param dpi dots per inch of
/// the device
void paintPage(const InkPage &page, QPainter &painter, double dpi);

/// Prints all pages on a printer or PDF writer (full page, no margins of its own); gives their
/// number. \error paper.nothing, paper.unwritable, paper.font.missing
[[nodiscard]] Result<int> printPages(const InkDocument &document, QPagedPaintDevice &device);

/// One page as a picture, e.g. for the preview.
[[nodiscard]] QImage imageOf(const InkDocument &document, int page, double dpi);

/// Writes a PDF of the exact paper size; gives the number of pages. The file appears under its name
/// only when it is whole. \error paper.nothing, paper.unwritable (path, reason)
[[nodiscard]] Result<int> writePdf(const InkDocument &document, const QString &path);

/// Adds the findings about fonts and glyphs that laying out has shown.
void reportFonts(const PrintFonts &fonts, InkDocument &document);

} // namespace huiyin
