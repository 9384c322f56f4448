// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <paper/flow.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace huiyin {

namespace {

constexpr double kPtMm = 25.4 / 72;
/// Middle of a Chinese character above the baseline, in ems.
constexpr double kMiddle = 0.38;

qsizetype linesOf(const FlowRow &row)
{
    qsizetype lines = 0;
    for (const FlowCell &cell : row.cells) {
        lines = std::max(lines, cell.text.lines.size());
    }
    return lines;
}

double pitchOf(const FlowRow &row)
{
    double pitch = 1;
    for (const FlowCell &cell : row.cells) {
        pitch = std::max(pitch, cell.text.pitch);
    }
    return pitch;
}

class Run
{
public:
    explicit Run(const Flow &flow)
        : m_flow(flow)
    {
        open();
    }

    Flowed run();

private:
    void open();
    void close(bool last);
    void draw(const FlowRow &row, double height, qsizetype from, qsizetype count);

    [[nodiscard]] double room() const { return m_flow.bottom - m_flow.footHeight - m_y; }

    const Flow &m_flow;
    Flowed m_out;
    InkPage m_page;
    double m_top = 0, m_y = 0;
    qsizetype m_first = 0, m_count = 0; ///< rows begun on the page
    bool m_drawn = false;               ///< whether anything stands on the page
};

void Run::open()
{
    m_page = {};
    m_top = m_out.pages.isEmpty() ? m_flow.firstTop : m_flow.nextTop;
    m_y = m_top;
    if (m_flow.head) {
        m_flow.head(m_page, m_y);
    }
    m_y += m_flow.headHeight;
    m_count = 0;
    m_drawn = false;
}

void Run::close(bool last)
{
    // Empty lines only behind the last entry: none between two, where one could be slipped in.
    while (last && m_flow.filler != nullptr && room() >= m_flow.filler->least - 1e-6) {
        draw(*m_flow.filler, m_flow.filler->least, 0, -1);
    }
    if (m_flow.foot) {
        m_flow.foot(m_page, m_y, m_first, m_count, last);
    }
    m_y += m_flow.footHeight - (last ? 0 : m_flow.lastFootHeight);
    inkFrame(m_page, QRectF(m_flow.left, m_top, m_flow.width, m_y - m_top));
    m_out.pages.append(m_page);
    m_out.end = m_y;
    m_first += m_count;
}

void Run::draw(const FlowRow &row, double height, qsizetype from, qsizetype count)
{
    for (const FlowCell &cell : row.cells) {
        const QRectF box(m_flow.left + cell.x, m_y, cell.width, height);
        inkEdges(m_page, box);
        inkBox(m_page,
               cell.text,
               box,
               cell.across,
               row.topped || count >= 0 ? Down::Top : Down::Middle,
               cell.again ? 0 : from,
               cell.again ? -1 : count);
    }
    if (row.ruleAbove) {
        m_page.rules.append({{m_flow.left, m_y}, {m_flow.left + m_flow.width, m_y}, kFramePoints});
    }
    m_y += height;
}

Flowed Run::run()
{
    const double wholePage = m_flow.bottom - m_flow.footHeight - m_flow.nextTop - m_flow.headHeight;
    for (const FlowRow &row : m_flow.rows) {
        const double need = heightOf(row);
        const double pitch = pitchOf(row);
        const auto fitting = [&] {
            return static_cast<qsizetype>(std::floor((room() - 2 * kPadDown + 1e-6) / pitch));
        };
        const bool whole = need <= room() + 1e-6;
        const bool goesOver =
            !whole && ((m_flow.keepWhole && need <= wholePage + 1e-6) || fitting() < 3);
        if ((row.startsPage || goesOver) && m_drawn) {
            close(false);
            open();
        }
        m_out.pageOfRow.append(static_cast<int>(m_out.pages.size()));
        ++m_count;
        if (need <= room() + 1e-6) {
            draw(row, need, 0, -1);
            m_drawn = true;
            continue;
        }
        const qsizetype lines = linesOf(row);
        for (qsizetype from = 0; from < lines;) {
            const qsizetype count = std::clamp<qsizetype>(fitting(), 1, lines - from);
            qsizetype high = count;
            for (const FlowCell &cell : row.cells) {
                high = cell.again ? std::max(high, cell.text.lines.size()) : high;
            }
            draw(row,
                 std::max(row.least, static_cast<double>(high) * pitch + 2 * kPadDown),
                 from,
                 count);
            from += count;
            m_drawn = true;
            if (from < lines) {
                close(false);
                open();
            }
        }
    }
    close(true);
    return m_out;
}

} // namespace

double heightOf(const FlowRow &row)
{
    double need = row.least;
    for (const FlowCell &cell : row.cells) {
        need = std::max(need, cell.text.height() + 2 * row.pad);
    }
    return need;
}

void inkBox(InkPage &page,
            const BoxText &text,
            const QRectF &box,
            Across across,
            Down down,
            qsizetype from,
            qsizetype count)
{
    const qsizetype end = count < 0 ? text.lines.size() : std::min(text.lines.size(), from + count);
    const double height = static_cast<double>(std::max<qsizetype>(0, end - from)) * text.pitch;
    double y = down == Down::Top      ? box.top() + kPadDown
               : down == Down::Bottom ? box.bottom() - kPadDown - height
                                      : box.center().y() - height / 2;
    for (qsizetype i = from; i < end; ++i) {
        double wide = 0;
        for (const BoxRun &run : text.lines.at(i)) {
            wide = std::max(wide, run.x + run.line.width);
        }
        const double x = across == Across::Left     ? box.left() + kPadAcross
                         : across == Across::Centre ? box.center().x() - wide / 2
                                                    : box.right() - kPadAcross - wide;
        for (const BoxRun &run : text.lines.at(i)) {
            page.texts.append(
                {QPointF(x + run.x, y + text.pitch / 2 + kMiddle * run.line.pt * kPtMm), run.line});
        }
        y += text.pitch;
    }
}

void inkLine(InkPage &page, const QVector<InkLine> &lines, double x, double y, Across across)
{
    double top = y;
    for (const InkLine &line : lines) {
        top -= PrintFonts::pitch(line.pt) / 2 * (&line == &lines.first() ? 0 : 1);
    }
    for (const InkLine &line : lines) {
        const double left = across == Across::Left     ? x
                            : across == Across::Centre ? x - line.width / 2
                                                       : x - line.width;
        page.texts.append({QPointF(left, top + kMiddle * line.pt * kPtMm), line});
        top += PrintFonts::pitch(line.pt);
    }
}

void inkEdges(InkPage &page, const QRectF &box)
{
    page.rules.append({box.topLeft(), box.topRight(), kRulePoints});
    page.rules.append({box.topLeft(), box.bottomLeft(), kRulePoints});
}

void inkFrame(InkPage &page, const QRectF &box)
{
    page.rules.append({box.topLeft(), box.topRight(), kFramePoints});
    page.rules.append({box.topRight(), box.bottomRight(), kFramePoints});
    page.rules.append({box.bottomLeft(), box.bottomRight(), kFramePoints});
    page.rules.append({box.topLeft(), box.bottomLeft(), kFramePoints});
}

Flowed flowOver(const Flow &flow) { return Run(flow).run(); }

QVector<double>
sharedWidths(const QVector<double> &weights, const QVector<double> &needs, double total)
{
    const qsizetype count = weights.size();
    QVector<double> widths(count, 0);
    QVector<bool> held(count, false);
    double left = total;
    for (bool again = true; again;) {
        again = false;
        double open = 0;
        for (qsizetype i = 0; i < count; ++i) {
            open += held.at(i) ? 0 : std::max(weights.at(i), 1e-6);
        }
        for (qsizetype i = 0; i < count; ++i) {
            if (!held.at(i)) {
                widths[i] = left * std::max(weights.at(i), 1e-6) / open;
            }
        }
        // A column too narrow by weight is held at its need; the others share what is left, anew.
        for (qsizetype i = 0; i < count && !again; ++i) {
            if (!held.at(i) && widths.at(i) < needs.at(i) - 1e-9) {
                held[i] = true;
                widths[i] = needs.at(i);
                left -= needs.at(i);
                again = true;
            }
        }
    }
    const double sum = std::accumulate(widths.cbegin(), widths.cend(), 0.0);
    for (double &width : widths) {
        width *= sum > 0 ? total / sum : 0;
    }
    return widths;
}

} // namespace huiyin
