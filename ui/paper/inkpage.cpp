// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/wholefile.h>
#include <paper/inkpage.h>

#include <QBuffer>
#include <QPageLayout>
#include <QPageSize>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace huiyin {

namespace {

QPageLayout layoutOf(const QSizeF &paper)
{
    // Named sizes, so that drivers choose the tray; the page is always described as it lies.
    const bool landscape = paper.width() > paper.height();
    const QSizeF upright = landscape ? paper.transposed() : paper;
    const QPageSize size(upright, QPageSize::Millimeter, {}, QPageSize::FuzzyMatch);
    QPageLayout layout(
        size, landscape ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF(0, 0, 0, 0));
    layout.setMode(QPageLayout::FullPageMode);
    return layout;
}

} // namespace

void paintPage(const InkPage &page, QPainter &painter, double dpi)
{
    painter.save();
    const double unit = dpi / 25.4 / PrintFonts::kUnitsPerMm;
    painter.scale(unit, unit);
    painter.setRenderHint(QPainter::Antialiasing);
    constexpr double k = PrintFonts::kUnitsPerMm;
    for (const InkShade &shade : page.shades) {
        const int level = qRound(255 * (1 - shade.grey));
        painter.fillRect(QRectF(shade.area.topLeft() * k, shade.area.size() * k),
                         QColor(level, level, level));
    }
    for (const InkMark &mark : page.marks) {
        const int level = qRound(255 * (1 - mark.grey));
        const QTextLine line = mark.line.layout->lineAt(mark.line.index);
        const double width = mark.line.width * k;
        painter.save();
        painter.translate(mark.centre * k);
        painter.rotate(mark.degrees);
        painter.setPen(QPen(QColor(level, level, level), 0.8 * k));
        line.draw(&painter, QPointF(-width / 2 - line.x(), -line.height() / 2 - line.y()));
        if (mark.framed) {
            const double pad = 3 * k;
            painter.drawRect(QRectF(-width / 2 - pad,
                                    -line.height() / 2 - pad / 2,
                                    width + 2 * pad,
                                    line.height() + pad));
        }
        painter.restore();
    }
    for (const InkRule &rule : page.rules) {
        painter.setPen(QPen(
            Qt::black, rule.points * 25.4 / 72 * k, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawLine(rule.from * k, rule.to * k);
    }
    painter.setPen(Qt::black);
    for (const InkText &text : page.texts) {
        const QTextLine line = text.line.layout->lineAt(text.line.index);
        line.draw(&painter,
                  QPointF(text.at.x() * k - line.x(), text.at.y() * k - line.ascent() - line.y()));
    }
    painter.restore();
}

Result<int> printPages(const InkDocument &document, QPagedPaintDevice &device)
{
    if (document.pages.isEmpty()) {
        return Error{QStringLiteral("paper.nothing")};
    }
    const auto refusal =
        std::find_if(document.findings.cbegin(),
                     document.findings.cend(),
                     [](const Finding &finding) { return finding.severity == Severity::Refusal; });
    if (refusal != document.findings.cend()) {
        return Error{refusal->code, refusal->args};
    }
    const auto failed = [] {
        return Error{QStringLiteral("paper.unwritable"),
                     {{QStringLiteral("path"), QString()},
                      {QStringLiteral("reason"), QStringLiteral("printer")}}};
    };
    const auto paperOf = [&](qsizetype page) {
        return document.pages.at(page).paper.value_or(document.paper);
    };
    device.setPageLayout(layoutOf(paperOf(0)));
    QPainter painter;
    if (!painter.begin(&device)) {
        return failed();
    }
    for (qsizetype i = 0; i < document.pages.size(); ++i) {
        if (i > 0 && paperOf(i) != paperOf(i - 1)) {
            device.setPageLayout(layoutOf(paperOf(i)));
        }
        if (i > 0 && !device.newPage()) {
            return failed();
        }
        paintPage(document.pages.at(i), painter, device.logicalDpiX());
    }
    if (!painter.end()) {
        return failed();
    }
    return static_cast<int>(document.pages.size());
}

QImage imageOf(const InkDocument &document, int page, double dpi)
{
    if (page < 0 || page >= document.pages.size()) {
        return {};
    }
    const QSizeF dots = document.pages.at(page).paper.value_or(document.paper) * dpi / 25.4;
    QImage image(qRound(dots.width()), qRound(dots.height()), QImage::Format_RGB32);
    if (image.isNull()) {
        return {};
    }
    image.fill(Qt::white);
    QPainter painter(&image);
    paintPage(document.pages.at(page), painter, dpi);
    return image;
}

Result<int> writePdf(const InkDocument &document, const QString &path)
{
    QBuffer pdf;
    pdf.open(QIODevice::WriteOnly);
    int pages = 0;
    {
        QPdfWriter writer(&pdf);
        writer.setResolution(1200);
        writer.setTitle(document.title);
        writer.setCreator(QStringLiteral("Huiyin " HUIYIN_VERSION));
        const auto printed = printPages(document, writer);
        if (!printed) {
            return printed.error();
        }
        pages = *printed;
    }
    // The whole file stands in memory (tens of kilobytes), so a full disk shows before the name is
    // touched.
    WholeFile file(path);
    const auto failed = [&] {
        return Error{
            QStringLiteral("paper.unwritable"),
            {{QStringLiteral("path"), path}, {QStringLiteral("reason"), file.errorString()}}};
    };
    if (!file.open()) {
        return failed();
    }
    file.write(pdf.data());
    if (!file.commit()) {
        return failed();
    }
    return pages;
}

void reportFonts(const PrintFonts &fonts, InkDocument &document)
{
    const QString wanted = PrintFonts::wanted().join(QStringLiteral("、"));
    if (fonts.family().isEmpty()) {
        document.findings.append({QStringLiteral("paper.font.missing"),
                                  Severity::Refusal,
                                  {},
                                  {{QStringLiteral("wanted"), wanted}}});
        return; // all signs would be named one by one
    }
    if (fonts.isReplaced()) {
        document.findings.append(
            {QStringLiteral("paper.font.replaced"),
             Severity::Warning,
             {},
             {{QStringLiteral("wanted"), wanted}, {QStringLiteral("used"), fonts.family()}}});
    }
    document.missingGlyphs = fonts.missing();
    if (!document.missingGlyphs.isEmpty()) {
        document.findings.append(
            {QStringLiteral("paper.glyph.missing"),
             Severity::Warning,
             {},
             {{QStringLiteral("characters"), document.missingGlyphs.join(QLatin1Char(' '))}}});
    }
}

} // namespace huiyin
