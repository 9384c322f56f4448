// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <paper/gridpages.h>
#include <paper/repeatrows.h>
#include <paper/rowheights.h>

#include <QRegularExpression>

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

Across acrossOf(const SheetCell &cell, Across usual)
{
    return cell.align == QLatin1String("left")     ? Across::Left
           : cell.align == QLatin1String("centre") ? Across::Centre
           : cell.align == QLatin1String("right")  ? Across::Right
                                                   : usual;
}

class GridPages
{
public:
    explicit GridPages(const SheetInput &input)
        : m_in(input)
    {
    }

    QVector<InkPage> run();

private:
    struct Placed
    {
        const SheetCell *cell = nullptr;
        BoxText text, sign;

        [[nodiscard]] double need() const { return around(text.lines.size()); }

        /// The height in which no box to tick goes overleaf; 0 without such boxes. Where more
        /// follows them, the words that say so take a line.
        [[nodiscard]] double firm() const
        {
            return text.ticks == 0 ? 0 : around(std::min(text.ticks + 1, text.lines.size()));
        }

        [[nodiscard]] double around(qsizetype lines) const
        {
            return static_cast<double>(lines) * text.pitch + sign.height() +
                   (sign.lines.isEmpty() ? 0 : 1) + 2 * kPadDown;
        }
    };

    [[nodiscard]] double x(int column) const
    {
        return m_in.surround.left() + m_in.surround.width() * column / m_in.sheet.columns;
    }

    [[nodiscard]] Placed set(const SheetCell &cell);
    [[nodiscard]] QString labelOf(const SheetCell &cell) const;
    [[nodiscard]] QVector<QVector<int>> pagesOf(const QVector<Placed> &cells) const;
    void layOutPage(const QVector<Placed> &cells, const QVector<int> &rows);
    void drawCell(InkPage &page, const Placed &placed, const QRectF &box);
    void addContinuations();

    const SheetInput &m_in;
    QVector<InkPage> m_pages;
    QVector<Remainder> m_remainders;
};

GridPages::Placed GridPages::set(const SheetCell &cell)
{
    Placed placed{&cell, {}, {}};
    const double width = x(cell.column + cell.columnSpan) - x(cell.column) - 2 * kPadAcross;
    if (cell.kind == CellKind::Label || cell.kind == CellKind::Text) {
        const QString words = m_in.surround.filled(m_in.words.label(cell));
        placed.text = cell.vertical && m_in.values.language == Language::Chinese
                          ? m_in.box.vertical(words)
                          : m_in.box.label(words, width);
    } else {
        placed.text = m_in.box.content(cell, fieldsOf(cell, m_in.values.fields), width);
    }
    if (!cell.signZh.isEmpty()) {
        placed.sign = m_in.box.signature(cell, fieldsOf(cell, m_in.values.fields), width - 4);
    }
    return placed;
}

/// The words by which a box is known on a continuation page: its own label cell, else its field's
/// name.
QString GridPages::labelOf(const SheetCell &cell) const
{
    const auto label = std::find_if(
        m_in.sheet.cells.crbegin(), m_in.sheet.cells.crend(), [&](const SheetCell &other) {
            return other.row <= cell.row && other.row + other.rowSpan > cell.row &&
                   other.column < cell.column &&
                   (other.kind == CellKind::Label || other.kind == CellKind::Text) &&
                   other.column + other.columnSpan == cell.column;
        });
    const QString words =
        label != m_in.sheet.cells.crend() ? m_in.words.label(*label) : m_in.words.label(cell);
    // A label is broken for its narrow box; only what stands in brackets keeps its own line.
    static const QRegularExpression broken(QStringLiteral("\\n(?![(（])"));
    const bool chinese = m_in.values.language == Language::Chinese;
    return QString(words).replace(broken, chinese ? QString() : QStringLiteral(" "));
}

void GridPages::drawCell(InkPage &page, const Placed &placed, const QRectF &box)
{
    const SheetCell &cell = *placed.cell;
    inkEdges(page, box);
    if (cell.kind == CellKind::Label || cell.kind == CellKind::Text) {
        inkBox(page, placed.text, box, acrossOf(cell, Across::Centre), Down::Middle);
        return;
    }
    const Across across = acrossOf(cell, Across::Left);
    const QRectF signBox = box.adjusted(0, 0, -4, 0);
    inkBox(page, placed.sign, signBox.adjusted(0, 0, 0, -0.5), Across::Right, Down::Bottom);
    const FieldDef *def = m_in.catalogue.field(cell.field);
    // What stands in the middle across, as the title of a file, stands there down too.
    const bool topped =
        cell.align != QLatin1String("centre") &&
        (cell.grow || !cell.signZh.isEmpty() || (def != nullptr && def->type == FieldType::Memo));
    const double signHeight = placed.sign.lines.isEmpty() ? 0 : placed.sign.height() + 1;
    const double room = box.height() - 2 * kPadDown - signHeight;
    const auto fitting = static_cast<qsizetype>(std::floor((room + 1e-6) / placed.text.pitch));
    if (placed.text.lines.size() <= fitting || placed.text.height() <= room + 1e-6) {
        inkBox(page, placed.text, box, across, topped ? Down::Top : Down::Middle);
        return;
    }
    const qsizetype shown = std::max<qsizetype>(0, fitting - 1);
    inkBox(page, placed.text, box, across, Down::Top, 0, shown);
    m_remainders.append(
        {m_pages.size(),
         labelOf(cell),
         placed.text,
         shown,
         QPointF(box.left() + kPadAcross,
                 box.top() + kPadDown + (static_cast<double>(shown) + 0.5) * placed.text.pitch),
         box.width() - 2 * kPadAcross});
}

/// Rows by page: a new page where the sheet breaks, and where repeated rows leave no room. The head
/// of repeated rows comes again with those that go on.
QVector<QVector<int>> GridPages::pagesOf(const QVector<Placed> &cells) const
{
    const int rowCount = static_cast<int>(m_in.sheet.rows.size());
    QVector<double> heights;
    for (const SheetRow &row : m_in.sheet.rows) {
        heights << row.height;
    }
    const double wholePage = m_in.surround.bottom() - m_in.surround.nextTop();
    for (const Placed &placed : cells) {
        const SheetCell &cell = *placed.cell;
        if (cell.entry >= 0 && cell.rowSpan == 1) {
            heights[cell.row] = std::clamp(placed.need(),
                                           heights.at(cell.row),
                                           std::max(heights.at(cell.row), wholePage * 0.7));
        }
    }
    QVector<QVector<int>> pages{{}};
    double used = 0;
    int head = -1;
    for (int row = 0; row < rowCount; ++row) {
        const SheetRow &line = m_in.sheet.rows.at(row);
        const double room = m_in.surround.bottom() - (pages.size() == 1 ? m_in.surround.firstTop()
                                                                        : m_in.surround.nextTop());
        // A head is not left alone at the end of a page.
        const double next = line.head && row + 1 < rowCount ? heights.at(row + 1) : 0;
        if (line.breakBefore || used + heights.at(row) + next > room + 1e-6) {
            pages.append(QVector<int>{});
            used = 0;
            if (head >= 0 && !line.repeat.isEmpty() && !line.breakBefore) {
                pages.last() << head;
                used = heights.at(head);
            }
        }
        head = line.head ? row : line.repeat.isEmpty() ? -1 : head;
        pages.last() << row;
        used += heights.at(row);
    }
    pages.removeIf([](const QVector<int> &rows) { return rows.isEmpty(); });
    return pages;
}

void GridPages::layOutPage(const QVector<Placed> &all, const QVector<int> &rows)
{
    const bool first = m_pages.isEmpty();
    const double top = first ? m_in.surround.firstTop() : m_in.surround.nextTop();

    // Every box with the rows of this page it covers; one torn by the page's end shows its label on
    // both.
    struct Part
    {
        Placed placed;
        qsizetype from = 0, to = 0;
    };

    QVector<Part> parts;
    RowHeights heights;
    for (const int row : rows) {
        heights.least << m_in.sheet.rows.at(row).height;
        heights.firm << 0;
        heights.need << heights.least.last();
        heights.grows << false;
    }
    for (const Placed &placed : all) {
        const SheetCell &cell = *placed.cell;
        const auto within = [&](int row) {
            return row >= cell.row && row < cell.row + cell.rowSpan;
        };
        const auto from = std::find_if(rows.cbegin(), rows.cend(), within);
        const auto to = std::find_if_not(from, rows.cend(), within);
        if (from == to) {
            continue;
        }
        Part part{placed, from - rows.cbegin(), to - rows.cbegin()};
        const bool label = cell.kind == CellKind::Label || cell.kind == CellKind::Text;
        if (*from != cell.row && !label) {
            part.placed.text = {};
        }
        if (cell.grow) {
            heights.grows[part.from] = true;
        }
        if (part.to - part.from == 1) {
            heights.firm[part.from] = std::max(heights.firm.at(part.from), part.placed.firm());
            heights.need[part.from] = std::max(heights.need.at(part.from), part.placed.need());
        }
        parts << part;
    }
    for (const Part &part : std::as_const(parts)) {
        if (part.to - part.from > 1) {
            const double have = std::accumulate(
                heights.need.cbegin() + part.from, heights.need.cbegin() + part.to, 0.0);
            heights.need[part.to - 1] += std::max(0.0, part.placed.need() - have);
        }
    }
    const QVector<double> fitted = heights.fitted(m_in.surround.bottom() - top);
    QVector<double> y{top};
    for (const double height : fitted) {
        y << y.last() + height;
    }
    InkPage page;
    if (first) {
        m_in.surround.drawTitle(page);
    } else {
        // The back of a form of one leaf; further leaves have titles of their own.
        const auto &lines = m_in.sheet.rows;
        const bool back = lines.at(rows.first()).breakBefore && m_pages.size() == 1 &&
                          std::count_if(lines.cbegin(), lines.cend(), [](const SheetRow &line) {
                              return line.breakBefore;
                          }) == 1;
        const bool leaf = lines.at(rows.first()).breakBefore && !back;
        m_in.surround.drawRunning(page,
                                  back   ? SheetSurround::Note::Back
                                  : leaf ? SheetSurround::Note::None
                                         : SheetSurround::Note::More);
    }
    for (const Part &part : std::as_const(parts)) {
        const SheetCell &cell = *part.placed.cell;
        drawCell(page,
                 part.placed,
                 QRectF(QPointF(x(cell.column), y.at(part.from)),
                        QPointF(x(cell.column + cell.columnSpan), y.at(part.to))));
    }
    inkFrame(page, QRectF(m_in.surround.left(), top, m_in.surround.width(), y.last() - top));
    m_pages.append(page);
}

void GridPages::addContinuations()
{
    if (m_remainders.isEmpty()) {
        return;
    }
    const bool chinese = m_in.values.language == Language::Chinese;
    Flow flow;
    flow.left = m_in.surround.left();
    flow.width = m_in.surround.width();
    flow.firstTop = flow.nextTop = m_in.surround.nextTop();
    flow.bottom = m_in.surround.bottom();
    flow.keepWhole = false;
    flow.head = [&](InkPage &page, double) {
        m_in.surround.drawRunning(page, SheetSurround::Note::More);
    };
    const double labelWidth = m_in.surround.width() * 2 / 12;
    QVector<qsizetype> beginnings; // the first row of each remainder
    for (const Remainder &rest : std::as_const(m_remainders)) {
        const QString label =
            (chinese ? QStringLiteral("%1\n（接第 %2 页）") : QStringLiteral("%1\n(from page %2)"))
                .arg(rest.label)
                .arg(rest.page + 1);
        const double textWidth = m_in.surround.width() - labelWidth;
        BoxText text = rest.text;
        text.lines = text.lines.mid(rest.from);
        if (text.width() <= textWidth - 2 * kPadAcross) {
            text = m_in.box.wider(rest.text, rest.from, textWidth - 2 * kPadAcross);
        }
        FlowRow row;
        row.topped = true;
        beginnings << flow.rows.size();
        if (text.width() > textWidth - 2 * kPadAcross + 1e-6) {
            // Set for a wider box than stands beside a label: the label goes above it.
            FlowRow above;
            above.cells = {{0,
                            m_in.surround.width(),
                            m_in.box.label(label, m_in.surround.width() - 2 * kPadAcross),
                            Across::Left}};
            flow.rows.append(above);
            row.cells = {{0, m_in.surround.width(), text, Across::Left}};
        } else {
            row.cells = {{0,
                          labelWidth,
                          m_in.box.label(label, labelWidth - 2 * kPadAcross),
                          Across::Centre,
                          true},
                         {labelWidth, textWidth, text, Across::Left}};
        }
        flow.rows.append(row);
    }
    const Flowed flowed = flowOver(flow);
    for (qsizetype i = 0; i < m_remainders.size(); ++i) {
        const Remainder &rest = m_remainders.at(i);
        const QString mark = (chinese ? QStringLiteral("（续见第 %1 页）")
                                      : QStringLiteral("(continued on page %1)"))
                                 .arg(m_pages.size() + flowed.pageOfRow.at(beginnings.at(i)) + 1);
        inkLine(m_pages[rest.page],
                m_in.fonts.fitText(mark, rest.markRoom, m_in.sheet.size),
                rest.markAt.x(),
                rest.markAt.y(),
                Across::Left);
    }
    m_pages += flowed.pages;
}

QVector<InkPage> GridPages::run()
{
    QVector<Placed> cells;
    for (const SheetCell &cell : m_in.sheet.cells) {
        cells << set(cell);
    }
    for (const QVector<int> &rows : pagesOf(cells)) {
        layOutPage(cells, rows);
    }
    addContinuations();
    return m_pages;
}

} // namespace

QVector<InkPage> gridPages(const SheetInput &input) { return GridPages(input).run(); }

} // namespace huiyin
