// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QString>
#include <QVector>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace huiyin::bench {

/// Milliseconds of repeated runs, sorted.
class Sample
{
public:
    void add(double ms) { m_ms.append(ms); }

    [[nodiscard]] double percentile(double share) const
    {
        QVector<double> sorted = m_ms;
        std::sort(sorted.begin(), sorted.end());
        const auto index =
            static_cast<qsizetype>(share * static_cast<double>(sorted.size() - 1) + 0.5);
        return sorted.isEmpty() ? 0 : sorted.at(index);
    }

    [[nodiscard]] double p50() const { return percentile(0.5); }

    [[nodiscard]] double p99() const { return percentile(0.99); }

    [[nodiscard]] qsizetype size() const { return m_ms.size(); }

private:
    QVector<double> m_ms;
};

/// Milliseconds one call takes.
inline double timed(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// One row of the printed table; also what the README quotes.
inline void report(const QString &what,
                   const QString &reach,
                   const QString &measured,
                   const QString &bare,
                   bool reached)
{
    std::printf("| %s | %s | %s | %s | %s |\n",
                qPrintable(what),
                qPrintable(reach),
                qPrintable(measured),
                qPrintable(bare),
                reached ? "yes" : "**no**");
    std::fflush(stdout);
}

inline QString ms(double value)
{
    return QString::number(value, 'f', value < 10 ? 2 : 0) + QStringLiteral(" ms");
}

} // namespace huiyin::bench
