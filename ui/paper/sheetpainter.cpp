// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <paper/boxtext.h>
#include <paper/flow.h>
#include <paper/ledgerpages.h>
#include <paper/rowheights.h>
#include <paper/sheetpainter.h>
#include <paper/surround.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace huiyin {

namespace {

/// What did not fit into its box.
struct Remainder
{
    qsizetype page = 0;
    QString label;
    BoxText text;
    qsizetype from = 0; ///< first line still to print
    QPointF markAt;     ///< left end of the mark, at the middle of its characters
    double markRoom = 0;
};

class SheetLayout
{
public:
    SheetLayout(const Sheet &sheet, const FieldCatalogue &catalogue, const SheetValues &values)
        : m_sheet(sheet)
        , m_catalogue(catalogue)
        , m_values(values)
        , m_words(catalogue, values.language)
        , m_box(m_fonts, m_words, catalogue, sheet.size, values.maskAll)
        , m_surround(sheet, values, m_words, m_fonts)
    {
    }

    InkDocument run();

private:
    struct Placed
    {
        const SheetCell *cell = nullptr;
        BoxText text, sign;

        [[nodiscard]] double need() const
        {
            return text.height() + sign.height() + (sign.lines.isEmpty() ? 0 : 1) + 2 * kPadDown;
        }
    };

    [[nodiscard]] double x(int column) const
    {
        return m_surround.left() + m_surround.width() * column / m_sheet.columns;
    }

    [[nodiscard]] Placed set(const SheetCell &cell);
    [[nodiscard]] QString labelOf(const SheetCell &cell) const;
    void layOutPart(int from, int to);
    void drawCell(InkPage &page, const Placed &placed, const QRectF &box);
    void addContinuations();

    const Sheet &m_sheet;
    const FieldCatalogue &m_catalogue;
    const SheetValues &m_values;
    PrintFonts m_fonts;
    FieldWords m_words;
    BoxSetter m_box;
    SheetSurround m_surround;
    QVector<InkPage> m_pages;
    QVector<Remainder> m_remainders;
};

SheetLayout::Placed SheetLayout::set(const SheetCell &cell)
{
    Placed placed{&cell, {}, {}};
    const double width = x(cell.column + cell.columnSpan) - x(cell.column) - 2 * kPadAcross;
    if (cell.kind == CellKind::Label || cell.kind == CellKind::Text) {
        const QString words = m_surround.filled(m_words.label(cell));
        placed.text = cell.vertical && m_values.language == Language::Chinese
                          ? m_box.vertical(words)
                          : m_box.label(words, width);
    } else {
        placed.text = m_box.content(cell, m_values.fields, width);
    }
    if (!cell.signZh.isEmpty()) {
        const bool chinese = m_values.language == Language::Chinese;
        placed.sign = m_box.signature(
            chinese ? cell.signZh : cell.signEn, m_values.fields.value(cell.sign), width - 4);
    }
    return placed;
}

/// The words by which a box is known on a continuation page: its own label cell, else its field's
/// name.
QString SheetLayout::labelOf(const SheetCell &cell) const
{
    const auto label =
        std::find_if(m_sheet.cells.crbegin(), m_sheet.cells.crend(), [&](const SheetCell &other) {
            return other.row <= cell.row && other.row + other.rowSpan > cell.row &&
                   other.column < cell.column &&
                   (other.kind == CellKind::Label || other.kind == CellKind::Text) &&
                   other.column + other.columnSpan == cell.column;
        });
    const QString words =
        label != m_sheet.cells.crend() ? m_words.label(*label) : m_words.label(cell);
    return QString(words).remove(QLatin1Char('\n'));
}

void SheetLayout::drawCell(InkPage &page, const Placed &placed, const QRectF &box)
{
    const SheetCell &cell = *placed.cell;
    inkEdges(page, box);
    if (cell.kind == CellKind::Label || cell.kind == CellKind::Text) {
        inkBox(page, placed.text, box, Across::Centre, Down::Middle);
        return;
    }
    const QRectF signBox = box.adjusted(0, 0, -4, 0);
    inkBox(page, placed.sign, signBox.adjusted(0, 0, 0, -0.5), Across::Right, Down::Bottom);
    const FieldDef *def = m_catalogue.field(cell.field);
    const bool topped =
        cell.grow || !cell.signZh.isEmpty() || (def != nullptr && def->type == FieldType::Memo);
    const double signHeight = placed.sign.lines.isEmpty() ? 0 : placed.sign.height() + 1;
    const double room = box.height() - 2 * kPadDown - signHeight;
    const auto fitting = static_cast<qsizetype>(std::floor((room + 1e-6) / placed.text.pitch));
    if (placed.text.lines.size() <= fitting || placed.text.height() <= room + 1e-6) {
        inkBox(page, placed.text, box, Across::Left, topped ? Down::Top : Down::Middle);
        return;
    }
    const qsizetype shown = std::max<qsizetype>(0, fitting - 1);
    inkBox(page, placed.text, box, Across::Left, Down::Top, 0, shown);
    m_remainders.append(
        {m_pages.size(),
         labelOf(cell),
         placed.text,
         shown,
         QPointF(box.left() + kPadAcross,
                 box.top() + kPadDown + (static_cast<double>(shown) + 0.5) * placed.text.pitch),
         box.width() - 2 * kPadAcross});
}

void SheetLayout::layOutPart(int from, int to)
{
    const bool first = m_pages.isEmpty();
    const double top = first ? m_surround.firstTop() : m_surround.nextTop();
    QVector<Placed> cells;
    RowHeights rows;
    for (int row = from; row < to; ++row) {
        rows.least << m_sheet.rows.at(row).height;
        rows.need << m_sheet.rows.at(row).height;
        rows.grows << false;
    }
    for (const SheetCell &cell : m_sheet.cells) {
        if (cell.row < from || cell.row >= to) {
            continue;
        }
        cells << set(cell);
        const int row = cell.row - from;
        rows.grows[row] = rows.grows.at(row) || cell.grow;
        if (cell.rowSpan == 1) {
            rows.need[row] = std::max(rows.need.at(row), cells.last().need());
        }
    }
    for (const Placed &placed : std::as_const(cells)) {
        const SheetCell &cell = *placed.cell;
        if (cell.rowSpan > 1) {
            const int last = std::min(cell.row - from + cell.rowSpan, to - from);
            const double have = std::accumulate(
                rows.need.cbegin() + (cell.row - from), rows.need.cbegin() + last, 0.0);
            rows.need[last - 1] += std::max(0.0, placed.need() - have);
        }
    }
    const QVector<double> heights = rows.fitted(m_surround.bottom() - top);
    QVector<double> y{top};
    for (const double height : heights) {
        y << y.last() + height;
    }
    InkPage page;
    if (first) {
        m_surround.drawTitle(page);
    } else {
        m_surround.drawRunning(page,
                               m_values.language == Language::Chinese ? QStringLiteral("背面")
                                                                      : QStringLiteral("reverse"));
    }
    for (const Placed &placed : std::as_const(cells)) {
        const SheetCell &cell = *placed.cell;
        const int last = std::min(cell.row - from + cell.rowSpan, to - from);
        drawCell(page,
                 placed,
                 QRectF(QPointF(x(cell.column), y.at(cell.row - from)),
                        QPointF(x(cell.column + cell.columnSpan), y.at(last))));
    }
    inkFrame(page, QRectF(m_surround.left(), top, m_surround.width(), y.last() - top));
    m_pages.append(page);
}

void SheetLayout::addContinuations()
{
    if (m_remainders.isEmpty()) {
        return;
    }
    const bool chinese = m_values.language == Language::Chinese;
    Flow flow;
    flow.left = m_surround.left();
    flow.width = m_surround.width();
    flow.firstTop = flow.nextTop = m_surround.nextTop();
    flow.bottom = m_surround.bottom();
    flow.keepWhole = false;
    flow.head = [&](InkPage &page, double) {
        m_surround.drawRunning(page,
                               chinese ? QStringLiteral("续页") : QStringLiteral("continued"));
    };
    const double labelWidth = m_surround.width() * 2 / 12;
    for (const Remainder &rest : std::as_const(m_remainders)) {
        const QString label =
            (chinese ? QStringLiteral("%1\n（接第 %2 页）") : QStringLiteral("%1\n(from page %2)"))
                .arg(rest.label)
                .arg(rest.page + 1);
        BoxText text = rest.text;
        text.lines = text.lines.mid(rest.from);
        FlowRow row;
        row.topped = true;
        row.cells = {
            {0, labelWidth, m_box.label(label, labelWidth - 2 * kPadAcross), Across::Centre},
            {labelWidth, m_surround.width() - labelWidth, text, Across::Left}};
        flow.rows.append(row);
    }
    const Flowed flowed = flowOver(flow);
    for (qsizetype i = 0; i < m_remainders.size(); ++i) {
        const Remainder &rest = m_remainders.at(i);
        const QString mark = (chinese ? QStringLiteral("（续见第 %1 页）")
                                      : QStringLiteral("(continued on page %1)"))
                                 .arg(m_pages.size() + flowed.pageOfRow.at(i) + 1);
        inkLine(m_pages[rest.page],
                m_fonts.fitText(mark, rest.markRoom, m_sheet.size),
                rest.markAt.x(),
                rest.markAt.y(),
                Across::Left);
    }
    m_pages += flowed.pages;
}

InkDocument SheetLayout::run()
{
    if (m_sheet.listRow >= 0) {
        m_pages = ledgerPages({m_sheet, m_catalogue, m_values, m_words, m_box, m_surround});
    } else {
        const int rowCount = static_cast<int>(m_sheet.rows.size());
        for (int from = 0; from < rowCount;) {
            int to = from + 1;
            while (to < rowCount && !m_sheet.rows.at(to).breakBefore) {
                ++to;
            }
            layOutPart(from, to);
            from = to;
        }
        addContinuations();
    }
    InkDocument document;
    document.paper = m_surround.paper();
    const QString number = m_values.fields
                               .value(m_sheet.docCode.isEmpty() ? QStringLiteral("complaintNo")
                                                                : QStringLiteral("docNo"))
                               .toString();
    document.title = m_values.blank || number.isEmpty()
                         ? m_surround.title()
                         : m_surround.title() + QLatin1Char(' ') + number;
    const QStringList copies = m_values.copies.isEmpty() ? QStringList{QString()} : m_values.copies;
    const int total = static_cast<int>(m_pages.size());
    for (int copy = 0; copy < copies.size(); ++copy) {
        for (int i = 0; i < total; ++i) {
            InkPage page = m_pages.at(i);
            m_surround.drawFoot(page, i + 1, total, copies.at(copy), copy);
            document.pages.append(page);
        }
    }
    reportFonts(m_fonts, document);
    return document;
}

/// The values with the document's own numbers put where the sheet looks for them; nothing for a
/// blank form.
SheetValues completed(SheetValues values)
{
    if (values.blank) {
        values.fields = {};
        values.rows.clear();
        return values;
    }
    const auto fill = [&](const QString &field, const QString &text) {
        if (!text.isEmpty() && values.fields.value(field).toString().isEmpty()) {
            values.fields.insert(field, text);
        }
    };
    fill(QStringLiteral("complaintNo"), values.caseNo);
    fill(QStringLiteral("docNo"), values.docNo);
    return values;
}

} // namespace

InkDocument
layOutSheet(const Sheet &sheet, const FieldCatalogue &catalogue, const SheetValues &values)
{
    const SheetValues whole = completed(values);
    return SheetLayout(sheet, catalogue, whole).run();
}

} // namespace huiyin
