// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/ports.h>

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QString>

#include <optional>

namespace huiyin {

/// What a row repeats.
struct Repetition
{
    QString of;         ///< case number or the record's number in this file
    bool known = false; ///< already in the case file
    bool same = false;  ///< the same complaint; else only much like it
};

/// Finds rows that repeat others, in this file or in the case file: the same number, or the same
/// person, phone, receipt and text. The same person and text at another time is much alike.
class RegisterDuplicates
{
public:
    explicit RegisterDuplicates(const CaseReader &reader)
        : m_reader(reader)
    {
    }

    /// \error what the reader says of days it cannot read
    [[nodiscard]] Result<std::optional<Repetition>> find(const QJsonObject &fields);

    /// Remembers a row that was taken.
    void remember(const QJsonObject &fields, int record);

private:
    Result<Done> loadDay(Day day);

    const CaseReader &m_reader;
    QHash<QByteArray, QString> m_same;  ///< of this file
    QHash<QByteArray, QString> m_alike; ///< of this file
    QHash<QString, QString> m_numbers;  ///< of this file
    QHash<QByteArray, QString> m_known; ///< of the case file, days met so far
    QHash<QString, QString> m_knownNumbers;
    QSet<qint64> m_days;
};

} // namespace huiyin
