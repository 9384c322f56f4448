// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

#include <random>

namespace huiyin::bench {

/// A two-character word planted into a known share of the stories, so that a search can be checked
/// for recall.
struct PlantedWord
{
    QString word;
    int oneIn; ///< in one of this many rows on average
};

/// Writes synthetic registers of any size from a seed: the same rows on every machine. Receipts are
/// spread evenly over the days given; nine of ten cases are closed; names, numbers and stories are
/// made up (phone prefixes nobody owns).
class RegisterMaker
{
public:
    explicit RegisterMaker(quint32 seed, QDate first = {2024, 1, 1}, int days = 731);

    /// Writes `rows` further rows of a register of `total` rows to a CSV file. False if it cannot
    /// be written.
    bool write(const QString &path, qint64 rows, qint64 total);

    [[nodiscard]] static QVector<PlantedWord> plantedWords();

    /// Rows so far whose content holds the word.
    [[nodiscard]] qint64 rowsWith(const QString &word) const { return m_planted.value(word); }

private:
    QString row(qint64 total);
    QString pick(const QStringList &words);
    int below(int limit);

    QString minuteText(qint64 minutes) const;

    std::mt19937 m_random;
    QDateTime m_first;
    qint64 m_spanMinutes;
    qint64 m_made = 0;
    QHash<QString, qint64> m_planted;
};

} // namespace huiyin::bench
