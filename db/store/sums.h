// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <domain/tally.h>
#include <store/database.h>

#include <QHash>
#include <QString>

#include <utility>

namespace huiyin {

/// The regulation a case follows and those laid over it, as packText() writes them.
[[nodiscard]] QString packOf(const CaseFile &caseFile);

/// Names as the tally table and the queries write them.
[[nodiscard]] QString dimensionId(Dimension dimension);

struct TallyKey
{
    Dimension dimension;
    Day day;
    QString value;

    friend bool operator==(const TallyKey &, const TallyKey &) = default;

    friend size_t qHash(const TallyKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, static_cast<int>(key.dimension), key.day, key.value);
    }
};

/// The same sums by month; their day is the first of the month.
[[nodiscard]] QHash<TallyKey, Counts> monthsOf(const QHash<TallyKey, Counts> &days);

/// The month as the tally_month table writes it: yyyy-MM.
[[nodiscard]] QString monthText(const TallyKey &key);

/// What the cases of one transaction change in the sums, gathered in memory and written once.
class SumChanges
{
public:
    void add(const CaseFile &caseFile) { apply(caseFile, 1); }

    void takeOff(const CaseFile &caseFile) { apply(caseFile, -1); }

    Result<Done> write(Database &database);

    [[nodiscard]] const QHash<TallyKey, Counts> &tally() const { return m_tally; }

    [[nodiscard]] const QHash<std::pair<QString, QString>, qint64> &usage() const
    {
        return m_usage;
    }

private:
    void apply(const CaseFile &caseFile, int sign);

    QHash<TallyKey, Counts> m_tally;
    QHash<std::pair<QString, QString>, qint64> m_usage;
};

} // namespace huiyin
