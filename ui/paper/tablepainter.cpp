// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <paper/chartpainter.h>
#include <paper/fieldwords.h>
#include <paper/flow.h>
#include <paper/tablepainter.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace huiyin {

namespace {

constexpr double kSide =
    20; ///< mm of the margins left and right; the binding side of a landscape page is its top
constexpr double kTop = 20;
constexpr double kBottom = 18;
constexpr double kTitleHeight = 25;
constexpr double kRunningHeight = 9;
constexpr double kSignHeight = 9;
constexpr double kLeastChartHeight = 42;
constexpr double kUsualPt = 10.5;
constexpr double kLeastPt = 8;
constexpr double kCheckPt = 9;
constexpr double kNotePt = 8;
constexpr qsizetype kTogether = 4; ///< rows that stay with what stands below the table

/// How close rows are set: pt, mm of a row, mm above and below its words.
struct Setting
{
    double pt, least, pad;
};

/// The usual first; the closer ones for a table that would go on by a few rows.
constexpr std::array kSettings{Setting{kUsualPt, 8, kPadDown},
                               Setting{kUsualPt, 7.4, 1.2},
                               Setting{10, 6.8, 1.1},
                               Setting{9.5, 6.3, 1},
                               Setting{9, 5.8, 0.8}};

const QSizeF kLandscape{297, 210};

double sum(const QVector<double> &values)
{
    return std::accumulate(values.cbegin(), values.cend(), 0.0);
}

/// What is left of cells (of a row, or joined heads) when only the first column and those of
/// [from, to) stay.
template <typename Cell>
QVector<Cell> keptOf(const QVector<Cell> &cells, qsizetype from, qsizetype to)
{
    QVector<Cell> kept;
    qsizetype column = 0;
    for (Cell cell : cells) {
        const qsizetype end = column + std::max(1, cell.columnSpan);
        const auto within = std::max<qsizetype>(0, std::min(end, to) - std::max(column, from));
        cell.columnSpan = static_cast<int>(within + (column == 0 ? 1 : 0));
        if (cell.columnSpan > 0) {
            kept.append(cell);
        }
        column = end;
    }
    return kept;
}

TableDocument withColumns(const TableDocument &table, qsizetype from, qsizetype to)
{
    TableDocument part = table;
    part.landscape = true;
    part.columns = table.columns.mid(0, 1) + table.columns.mid(from, to - from);
    part.groups = keptOf(table.groups, from, to);
    for (TableRow &row : part.rows) {
        row.cells = keptOf(row.cells, from, to);
    }
    if (to < table.columns.size()) {
        part.check.clear(); // what stands below the table stands below its last part
        part.signOff.clear();
        part.notes.clear();
    }
    return part;
}

class TableLayout
{
public:
    TableLayout(const TableDocument &table, const TableWordsOnPaper &words, double pt = kUsualPt)
        : m_table(table)
        , m_words(words)
        , m_pt(pt)
    {
    }

    /// The table in parts that fit side by side with the key column, which each of them repeats;
    /// empty if it fits as it is.
    [[nodiscard]] QVector<TableDocument> parts();

    /// All but the foot lines.
    InkDocument run();
    void drawFeet(QVector<InkPage> &pages);

private:
    [[nodiscard]] bool chinese() const { return m_words.language == Language::Chinese; }

    [[nodiscard]] QVector<double> needs(double pt);
    void choosePaper();
    [[nodiscard]] BoxText text(const QString &words, double width, bool bold);
    [[nodiscard]] BoxText headText(const QString &words, double width);
    [[nodiscard]] FlowRow bodyRow(const TableRow &row, const Setting &setting);
    [[nodiscard]] QVector<FlowRow> bodyRows();
    [[nodiscard]] double paragraphHeight(const QString &words, double pt);
    [[nodiscard]] double tailHeight();
    void measureHead();
    void drawHead(InkPage &page, double y);
    void drawTitle(InkPage &page);
    void drawTail(QVector<InkPage> &pages, double end);
    void drawFoot(InkPage &page, int number, int total);

    [[nodiscard]] double width() const { return m_paper.width() - 2 * kSide; }

    [[nodiscard]] double x(qsizetype column) const
    {
        return std::accumulate(m_widths.cbegin(), m_widths.cbegin() + column, 0.0);
    }

    const TableDocument &m_table;
    const TableWordsOnPaper &m_words;
    PrintFonts m_fonts;
    QSizeF m_paper{210, 297};
    double m_pt;
    QVector<double> m_widths;
    double m_groupHeight = 0, m_headHeight = 0;
};

/// Width each column needs so that no number and no word of a head is broken, mm.
QVector<double> TableLayout::needs(double pt)
{
    constexpr double longest = 42;
    QVector<double> need;
    for (const TableColumn &column : m_table.columns) {
        double widest = 0;
        for (const QString &word : column.head.split(QLatin1Char('\n'))) {
            // A long head may stand on two lines, broken between its words.
            const double natural = m_fonts.widthOf(word, pt);
            widest = std::max(widest, word.size() > 4 ? natural / 2 + 2 : natural);
            for (const QString &part : word.split(QLatin1Char(' '))) {
                const bool latin = std::all_of(
                    part.cbegin(), part.cend(), [](QChar one) { return one.unicode() < 0x2E80; });
                widest = std::max(widest, latin ? m_fonts.widthOf(part, pt) : 0);
            }
        }
        need << widest + 2 * kPadAcross;
    }
    for (const TableRow &row : m_table.rows) {
        qsizetype column = 0;
        for (const TableCell &cell : row.cells) {
            if (cell.columnSpan == 1 && column < need.size() && cell.text.size() <= 24) {
                need[column] =
                    std::max(need.at(column),
                             std::min(longest, m_fonts.widthOf(cell.text, pt) + 2 * kPadAcross));
            }
            column += cell.columnSpan;
        }
    }
    return need;
}

void TableLayout::choosePaper()
{
    QVector<double> need = needs(m_pt);
    if (m_table.landscape || sum(need) > width()) {
        m_paper = kLandscape;
    }
    while (sum(need) > width() && m_pt > kLeastPt) {
        m_pt = std::max(kLeastPt, m_pt - 0.5);
        need = needs(m_pt);
    }
    QVector<double> weights;
    for (const TableColumn &column : m_table.columns) {
        weights << column.weight;
    }
    m_widths = sharedWidths(
        weights, sum(need) <= width() ? need : QVector<double>(need.size(), 0), width());
}

QVector<TableDocument> TableLayout::parts()
{
    const QVector<double> need = needs(kLeastPt);
    const double room = kLandscape.width() - 2 * kSide;
    QVector<TableDocument> parts;
    if (sum(need) <= room) {
        return parts;
    }
    for (qsizetype from = 1; from < need.size();) {
        double used = need.first();
        qsizetype to = from;
        while (to < need.size() && (to == from || used + need.at(to) <= room)) {
            used += need.at(to++);
        }
        parts.append(withColumns(m_table, from, to));
        from = to;
    }
    return parts;
}

BoxText TableLayout::text(const QString &words, double room, bool bold)
{
    BoxText box;
    box.pitch = PrintFonts::pitch(m_pt);
    for (const InkLine &line :
         m_fonts.breakText(words, room - 2 * kPadAcross, m_pt, bold ? Face::Title : Face::Body)) {
        box.lines.append(BoxLine{{0, line}});
    }
    return box;
}

/// A head that needs two lines is broken before its bracket rather than within it.
BoxText TableLayout::headText(const QString &words, double room)
{
    QString broken = words;
    if (m_fonts.widthOf(words, m_pt) > room - 2 * kPadAcross &&
        !words.contains(QLatin1Char('\n'))) {
        broken.replace(QStringLiteral("（"), QStringLiteral("\n（"));
        broken.replace(QStringLiteral(" ("), QStringLiteral("\n("));
    }
    return text(broken, room, false);
}

FlowRow TableLayout::bodyRow(const TableRow &row, const Setting &setting)
{
    FlowRow out;
    out.ruleAbove = row.total;
    out.least = setting.least;
    out.pad = setting.pad;
    qsizetype column = 0;
    for (const TableCell &cell : row.cells) {
        const qsizetype end = std::min(m_widths.size(), column + std::max(1, cell.columnSpan));
        if (column >= end) {
            break;
        }
        const double room = x(end) - x(column);
        const CellAlign align = m_table.columns.at(column).align;
        out.cells.append({x(column),
                          room,
                          text(cell.text, room, row.total || cell.bold),
                          cell.columnSpan > 1 || align == CellAlign::Centre ? Across::Centre
                          : align == CellAlign::Left                        ? Across::Left
                                                                            : Across::Right});
        column = end;
    }
    for (; column < m_widths.size(); ++column) {
        out.cells.append({x(column), m_widths.at(column), {}, Across::Left});
    }
    return out;
}

void TableLayout::measureHead()
{
    m_groupHeight = m_table.groups.isEmpty() ? 0 : 8;
    m_headHeight = 9;
    for (qsizetype i = 0; i < m_table.columns.size(); ++i) {
        m_headHeight = std::max(m_headHeight,
                                headText(m_table.columns.at(i).head, m_widths.at(i)).height() +
                                    2 * kPadDown + 1);
    }
}

void TableLayout::drawHead(InkPage &page, double y)
{
    const auto cell = [&](const QString &words, const QRectF &box) {
        page.shades.append({box, 0.06});
        inkEdges(page, box);
        inkBox(page, headText(words, box.width()), box, Across::Centre, Down::Middle);
    };
    QVector<bool> tall(m_table.columns.size(), m_groupHeight > 0);
    qsizetype column = 0;
    for (const HeadCell &group : m_table.groups) {
        const qsizetype end = std::min(m_widths.size(), column + std::max(1, group.columnSpan));
        if (!group.text.isEmpty()) {
            cell(group.text, QRectF(kSide + x(column), y, x(end) - x(column), m_groupHeight));
            std::fill(tall.begin() + column, tall.begin() + end, false);
        }
        column = end;
    }
    for (qsizetype i = 0; i < m_table.columns.size(); ++i) {
        const double top = tall.at(i) ? y : y + m_groupHeight;
        cell(m_table.columns.at(i).head,
             QRectF(kSide + x(i), top, m_widths.at(i), y + m_groupHeight + m_headHeight - top));
    }
}

void TableLayout::drawTitle(InkPage &page)
{
    const double middle = m_paper.width() / 2;
    inkLine(page,
            m_fonts.fitText(m_table.organisation, width(), 12),
            middle,
            kTop + 2.8,
            Across::Centre);
    inkLine(page,
            m_fonts.fitText(m_table.title, width(), 18, Face::Title),
            middle,
            kTop + 11,
            Across::Centre);
    const double y = kTop + kTitleHeight - 3.6;
    if (!m_table.organisation.isEmpty()) {
        inkLine(
            page,
            m_fonts.fitText((chinese() ? QStringLiteral("单位：") : QStringLiteral("Office: ")) +
                                m_table.organisation,
                            width() / 3 - 2,
                            10.5),
            kSide + 0.5,
            y,
            Across::Left);
    }
    inkLine(
        page, m_fonts.fitText(m_table.period, width() / 3 - 2, 10.5), middle, y, Across::Centre);
    inkLine(page,
            m_fonts.fitText(m_table.unit, width() / 3 - 2, 10.5),
            kSide + width() - 0.5,
            y,
            Across::Right);
}

double TableLayout::paragraphHeight(const QString &words, double pt)
{
    return PrintFonts::pitch(pt) *
           static_cast<double>(m_fonts.breakText(words, width() - 1, pt).size());
}

/// What stands below the table, its chart as low as may be.
double TableLayout::tailHeight()
{
    double height = 2 + paragraphHeight(m_table.check, kCheckPt) +
                    (hasMarks(m_table.chart) ? kLeastChartHeight + 2 : 0) +
                    (m_table.signOff.isEmpty() ? 0 : kSignHeight);
    for (const QString &note : m_table.notes) {
        height += paragraphHeight(note, kNotePt);
    }
    return height;
}

/// The rows as wide as they may be set: all of the table on one page, else its rows above a chart
/// that stands on the next. Where it goes on all the same, some rows stay with its end.
QVector<FlowRow> TableLayout::bodyRows()
{
    const double page = m_paper.height() - kBottom;
    const double widest = m_pt;
    QVector<FlowRow> rows;
    const auto set = [&](const Setting &setting) {
        m_pt = std::min(widest, setting.pt);
        measureHead();
        rows.clear();
        double end = kTop + kTitleHeight + m_groupHeight + m_headHeight;
        for (const TableRow &row : m_table.rows) {
            rows.append(bodyRow(row, setting));
            end += heightOf(rows.last());
        }
        return end;
    };
    const double usual = set(kSettings.front());
    const QVector<FlowRow> first = rows;
    QVector<double> below{tailHeight()};
    if (hasMarks(m_table.chart)) {
        below.append(2 + paragraphHeight(m_table.check, kCheckPt));
    }
    for (const double tail : std::as_const(below)) {
        for (const Setting &setting : kSettings) {
            // Of a table that no setting brings onto the page nothing is measured again.
            const bool may = usual * setting.least / kSettings.front().least <= page;
            if (may && set(setting) + tail <= page) {
                return rows;
            }
        }
    }
    m_pt = std::min(widest, kSettings.front().pt);
    measureHead();
    return first;
}

/// Check line, sign-off and notes below the table, on a page of their own where there is no room.
void TableLayout::drawTail(QVector<InkPage> &pages, double end)
{
    const double bottom = m_paper.height() - kBottom;
    double y = end + 2;
    const auto room = [&](double height) {
        if (y + height > bottom) {
            InkPage page;
            inkLine(page,
                    m_fonts.fitText(m_table.title, width(), 12, Face::Title),
                    kSide + 0.5,
                    kTop + kRunningHeight - 3.6,
                    Across::Left);
            pages.append(page);
            y = kTop + kRunningHeight;
        }
    };
    const auto paragraph = [&](const QString &words, double pt) {
        for (const InkLine &line : m_fonts.breakText(words, width() - 1, pt)) {
            room(PrintFonts::pitch(pt));
            inkLine(pages.last(), {line}, kSide + 0.5, y + PrintFonts::pitch(pt) / 2, Across::Left);
            y += PrintFonts::pitch(pt);
        }
    };
    paragraph(m_table.check, kCheckPt);
    if (hasMarks(m_table.chart)) {
        // Sign-off and notes stay with the chart; it takes the height that is left.
        double after = 2 + (m_table.signOff.isEmpty() ? 0 : kSignHeight);
        for (const QString &note : m_table.notes) {
            after += paragraphHeight(note, kNotePt);
        }
        room(std::min(kLeastChartHeight + after, bottom - kTop - kRunningHeight));
        const double high = std::clamp(bottom - y - after, kLeastChartHeight, kChartHeight);
        inkChart(pages.last(), m_fonts, m_table.chart, QRectF(kSide, y + 2, width(), high));
        y += high + 2;
    }
    if (!m_table.signOff.isEmpty()) {
        room(kSignHeight);
        const auto count = static_cast<double>(m_table.signOff.size());
        for (qsizetype i = 0; i < m_table.signOff.size(); ++i) {
            inkLine(pages.last(),
                    m_fonts.fitText(m_table.signOff.at(i), width() / count - 2, 10.5),
                    kSide + 0.5 + width() * static_cast<double>(i) / count,
                    y + kSignHeight / 2,
                    Across::Left);
        }
        y += kSignHeight;
    }
    for (const QString &note : m_table.notes) {
        paragraph(note, kNotePt);
    }
}

void TableLayout::drawFoot(InkPage &page, int number, int total)
{
    const double y = m_paper.height() - kBottom + 6;
    QStringList parts{
        (chinese() ? QStringLiteral("第 %1 页 共 %2 页") : QStringLiteral("page %1 of %2"))
            .arg(number)
            .arg(total)};
    if (!m_words.printedBy.isEmpty()) {
        parts << (chinese() ? QStringLiteral("打印人 ") : QStringLiteral("printed by ")) +
                     m_words.printedBy;
    }
    if (m_words.printedAt) {
        const FieldCatalogue none({}, {});
        parts << FieldWords(none, m_words.language).moment(m_words.printedAt, QString());
    }
    inkLine(page, m_fonts.fitText(m_table.id, width() * 0.2, 8), kSide + 0.5, y, Across::Left);
    inkLine(page,
            m_fonts.fitText(parts.join(QStringLiteral(" · ")), width() * 0.6, 8),
            m_paper.width() / 2,
            y,
            Across::Centre);
}

InkDocument TableLayout::run()
{
    InkDocument document;
    document.title = m_table.period.isEmpty() ? m_table.title
                                              : m_table.title + QLatin1Char(' ') + m_table.period;
    if (m_table.columns.isEmpty()) {
        return document;
    }
    choosePaper();
    bool first = true;
    Flow flow;
    flow.left = kSide;
    flow.width = width();
    flow.firstTop = kTop + kTitleHeight;
    flow.nextTop = kTop + kRunningHeight;
    flow.bottom = m_paper.height() - kBottom;
    flow.rows = bodyRows();
    flow.headHeight = m_groupHeight + m_headHeight;
    flow.head = [&](InkPage &page, double y) {
        if (first) {
            drawTitle(page);
        } else {
            inkLine(page,
                    m_fonts.fitText(m_table.title, width() * 0.6, 12, Face::Title),
                    kSide + 0.5,
                    y - 3.6,
                    Across::Left);
            inkLine(page,
                    m_fonts.fitText(m_table.period, width() * 0.38, 10.5),
                    kSide + width() - 0.5,
                    y - 3.6,
                    Across::Right);
        }
        first = false;
        drawHead(page, y);
    };
    Flowed flowed = flowOver(flow);
    const auto rowsOnLast = flowed.pageOfRow.count(static_cast<int>(flowed.pages.size()) - 1);
    const bool pushed = !hasMarks(m_table.chart) && flowed.end + tailHeight() > flow.bottom;
    if (flow.rows.size() > 2 * kTogether &&
        (pushed || (flowed.pages.size() > 1 && rowsOnLast < kTogether))) {
        first = true;
        flow.rows[flow.rows.size() - kTogether].startsPage = true;
        flowed = flowOver(flow);
    }
    drawTail(flowed.pages, flowed.end);
    document.paper = m_paper;
    document.pages = flowed.pages;
    reportFonts(m_fonts, document);
    return document;
}

void TableLayout::drawFeet(QVector<InkPage> &pages)
{
    const int total = static_cast<int>(pages.size());
    for (int i = 0; i < total; ++i) {
        drawFoot(pages[i], i + 1, total);
    }
}

} // namespace

InkDocument layOutTable(const TableDocument &table, const TableWordsOnPaper &words)
{
    TableLayout whole(table, words);
    const QVector<TableDocument> parts = whole.parts();
    if (parts.size() < 2) {
        InkDocument document = whole.run();
        whole.drawFeet(document.pages);
        return document;
    }
    InkDocument document;
    for (const TableDocument &part : parts) {
        TableLayout layout(part, words, kLeastPt);
        InkDocument pages = layout.run();
        pages.pages = document.pages + pages.pages;
        pages.findings = document.findings + pages.findings;
        document = std::move(pages);
        if (&part == &parts.last()) {
            layout.drawFeet(document.pages);
        }
    }
    return document;
}

} // namespace huiyin
