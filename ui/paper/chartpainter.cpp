// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <paper/chartpainter.h>
#include <paper/flow.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace huiyin {

namespace {

constexpr qsizetype kMostSlots = 24;
constexpr qsizetype kMostNumbers = 36; ///< bars with their number above
constexpr double kTitleRoom = 7;
constexpr double kLegendRoom = 8;
constexpr double kLabelRoom = 9;
constexpr double kScaleRoom = 11;
constexpr double kSmall = 7.5; ///< points of all words but the title
constexpr std::array kGreys{0.55, 0.12, 0.85};
constexpr std::array kDashes{0.0, 1.6, 0.5, 2.8}; ///< mm of ink and of gap; 0 = unbroken

/// The least round number not below, so that a scale in four parts reads well.
double roundedUp(double value)
{
    if (value <= 4) {
        return 4;
    }
    const double unit = std::pow(10, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 4.0, 6.0, 8.0, 10.0}) {
        if (value <= step * unit) {
            return std::ceil(step * unit / 4) * 4;
        }
    }
    return 10 * unit;
}

class ChartDrawing
{
public:
    ChartDrawing(InkPage &page, PrintFonts &fonts, const Chart &chart, const QRectF &box)
        : m_page(page)
        , m_fonts(fonts)
        , m_chart(chart)
        , m_slots(std::min(kMostSlots, chart.labels.size()))
        , m_plot(box.left() + kScaleRoom,
                 box.top() + kTitleRoom + kLegendRoom,
                 box.width() - 2 * kScaleRoom,
                 box.height() - kTitleRoom - kLegendRoom - kLabelRoom)
    {
        double most = 0;
        for (const ChartSeries &series : chart.series) {
            m_shares = m_shares || series.share;
            m_counts = m_counts || !series.share;
            m_barSeries += series.shape == ChartSeries::Shape::Bars ? 1 : 0;
            for (qsizetype i = 0; i < std::min(m_slots, series.values.size()); ++i) {
                if (!series.share) {
                    most = std::max(most, series.values.at(i).value_or(0));
                }
            }
        }
        m_most = roundedUp(most);
        drawTitle(box);
        drawScales();
        drawLabels();
        int bars = 0;
        int lines = 0;
        for (const ChartSeries &series : chart.series) {
            const bool isBars = series.shape == ChartSeries::Shape::Bars;
            isBars ? drawBars(series, bars) : drawLine(series, lines);
            drawLegend(series, isBars ? bars++ : lines++);
        }
    }

private:
    void write(const QString &text, double x, double y, Across across, double pt = kSmall)
    {
        inkLine(m_page, m_fonts.fitText(text, m_plot.width(), pt), x, y, across);
    }

    void rule(QPointF from, QPointF to, double points) { m_page.rules.append({from, to, points}); }

    void frame(const QRectF &area, double points)
    {
        rule(area.topLeft(), area.topRight(), points);
        rule(area.topRight(), area.bottomRight(), points);
        rule(area.bottomRight(), area.bottomLeft(), points);
        rule(area.bottomLeft(), area.topLeft(), points);
    }

    void dashed(QPointF from, QPointF to, double dash, double points)
    {
        const QPointF way = to - from;
        const double length = std::hypot(way.x(), way.y());
        if (dash == 0 || length == 0) {
            rule(from, to, points);
            return;
        }
        for (double done = 0; done < length; done += 2 * dash) {
            rule(from + way * (done / length),
                 from + way * (std::min(length, done + dash) / length),
                 points);
        }
    }

    void mark(QPointF at, int number)
    {
        const QRectF area(at.x() - 0.8, at.y() - 0.8, 1.6, 1.6);
        m_page.shades.append({area, number == 0 ? 1.0 : 0.0});
        frame(area, 0.75);
        if (number == 2) {
            rule(area.topLeft(), area.bottomRight(), 0.5);
            rule(area.bottomLeft(), area.topRight(), 0.5);
        } else if (number == 3) {
            rule({area.center().x(), area.top()}, {area.center().x(), area.bottom()}, 0.5);
        }
    }

    [[nodiscard]] double slotWidth() const { return m_plot.width() / static_cast<double>(m_slots); }

    [[nodiscard]] double middle(qsizetype slot) const
    {
        return m_plot.left() + (static_cast<double>(slot) + 0.5) * slotWidth();
    }

    [[nodiscard]] double heightOf(const ChartSeries &series, double value) const
    {
        const double part = series.share ? value : value / m_most;
        return std::clamp(part, 0.0, 1.0) * m_plot.height();
    }

    static QString textOf(const ChartSeries &series, double value)
    {
        return series.share ? QString::number(std::round(value * 1000) / 10) + QLatin1Char('%')
                            : QString::number(value);
    }

    void drawTitle(const QRectF &box)
    {
        QString title = m_chart.title;
        if (m_slots < m_chart.labels.size()) {
            title += QStringLiteral(" 1–%1/%2").arg(m_slots).arg(m_chart.labels.size());
        }
        inkLine(m_page,
                m_fonts.fitText(title, box.width(), 10.5, Face::Title),
                box.center().x(),
                box.top() + kTitleRoom / 2,
                Across::Centre);
    }

    void drawScales()
    {
        constexpr int kParts = 4;
        for (int i = 0; i <= kParts; ++i) {
            const double part = static_cast<double>(i) / kParts;
            const double y = m_plot.bottom() - part * m_plot.height();
            if (i == 0) {
                rule({m_plot.left(), y}, {m_plot.right(), y}, 0.75);
            } else { // a shade, so that bars stand before it
                m_page.shades.append({{m_plot.left(), y - 0.06, m_plot.width(), 0.12}, 0.35});
            }
            if (m_counts) {
                write(QString::number(part * m_most), m_plot.left() - 1.5, y, Across::Right);
            }
            if (m_shares) {
                write(QStringLiteral("%1%").arg(25 * i),
                      m_counts ? m_plot.right() + 1.5 : m_plot.left() - 1.5,
                      y,
                      m_counts ? Across::Left : Across::Right);
            }
        }
        rule(m_plot.topLeft(), m_plot.bottomLeft(), 0.75);
        if (m_counts && m_shares) {
            rule(m_plot.topRight(), m_plot.bottomRight(), 0.75);
        }
    }

    void drawLabels()
    {
        constexpr qsizetype kLines = 2;
        for (qsizetype i = 0; i < m_slots; ++i) {
            auto lines = m_fonts.breakText(m_chart.labels.at(i), slotWidth() - 0.8, kSmall);
            if (lines.size() > kLines) {
                lines = m_fonts.breakText(m_chart.labels.at(i), slotWidth() - 0.8, 6);
            }
            double y = m_plot.bottom() + 2.4;
            for (const InkLine &line : lines.mid(0, kLines + 1)) {
                inkLine(m_page, {line}, middle(i), y, Across::Centre);
                y += PrintFonts::pitch(line.pt);
            }
        }
    }

    void drawBars(const ChartSeries &series, int number)
    {
        const double width = std::min(14.0, slotWidth() * 0.7 / m_barSeries);
        const double left = -width * m_barSeries / 2 + width * number;
        for (qsizetype i = 0; i < std::min(m_slots, series.values.size()); ++i) {
            if (!series.values.at(i)) {
                continue;
            }
            const double high = heightOf(series, *series.values.at(i));
            const QRectF bar(middle(i) + left, m_plot.bottom() - high, width, high);
            if (high > 0) {
                m_page.shades.append({bar, kGreys.at(static_cast<size_t>(number) % kGreys.size())});
                frame(bar, 0.5);
            }
            if (m_slots * m_barSeries <= kMostNumbers) {
                write(textOf(series, *series.values.at(i)),
                      bar.center().x(),
                      bar.top() - 1.8,
                      Across::Centre,
                      6.5);
            }
        }
    }

    void drawLine(const ChartSeries &series, int number)
    {
        const double dash = kDashes.at(static_cast<size_t>(number) % kDashes.size());
        QVector<QPointF> points;
        for (qsizetype i = 0; i < std::min(m_slots, series.values.size()); ++i) {
            if (!series.values.at(i)) {
                continue;
            }
            const QPointF point(middle(i),
                                m_plot.bottom() - heightOf(series, *series.values.at(i)));
            // Where a value is missing there is a gap, not a line across it.
            if (i > 0 && series.values.at(i - 1)) {
                dashed(points.constLast(), point, dash, 1);
            }
            points.append(point);
        }
        for (const QPointF &point : points) {
            mark(point, number);
        }
    }

    void drawLegend(const ChartSeries &series, int number)
    {
        const double y = m_plot.top() - kLegendRoom + 2;
        const double x = m_plot.left() + m_legend;
        if (series.shape == ChartSeries::Shape::Bars) {
            const QRectF box(x, y - 1.2, 5, 2.4);
            m_page.shades.append({box, kGreys.at(static_cast<size_t>(number) % kGreys.size())});
            frame(box, 0.5);
        } else {
            dashed({x - 1, y},
                   {x + 6, y},
                   kDashes.at(static_cast<size_t>(number) % kDashes.size()),
                   1);
            mark({x + 2.5, y}, number);
        }
        const auto words = m_fonts.fitText(series.name, m_plot.width() / 3, kSmall);
        inkLine(m_page, words, x + 7.5, y, Across::Left);
        m_legend += 15 + m_fonts.widthOf(series.name, kSmall);
    }

    InkPage &m_page;
    PrintFonts &m_fonts;
    const Chart &m_chart;
    qsizetype m_slots;
    QRectF m_plot;
    double m_most = 4;
    double m_legend = 0; ///< mm the legend has used
    bool m_shares = false, m_counts = false;
    int m_barSeries = 0;
};

} // namespace

bool hasMarks(const Chart &chart)
{
    return !chart.isEmpty() &&
           std::any_of(chart.series.cbegin(), chart.series.cend(), [](const ChartSeries &series) {
               return std::any_of(
                   series.values.cbegin(),
                   series.values.cend(),
                   [](const std::optional<double> &value) { return value.value_or(0) > 0; });
           });
}

void inkChart(InkPage &page, PrintFonts &fonts, const Chart &chart, const QRectF &box)
{
    ChartDrawing(page, fonts, chart, box);
}

} // namespace huiyin
