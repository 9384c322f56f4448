// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/closedmonths.h>
#include <report/period.h>

#include <memory>
#include <optional>

// Inside of the report room.

namespace huiyin {

/// The tally as it is reported: frozen up to the end of each closed month, live elsewhere.
class Books
{
public:
    static Result<Books> open(const CaseReader &reader);

    /// The sums before and within a period, of a dimension.
    /// \param live  as the register stands, whatever was closed
    struct Sums
    {
        QMap<QString, Counts> before, during;
    };

    [[nodiscard]] Result<Sums>
    sums(Dimension dimension, const Period &period, bool live = false) const;

    /// As CaseReader::overdueAt(): asked once for all groups of a report.
    [[nodiscard]] Result<QMap<QString, qint64>> overdue(Dimension dimension, Instant at) const;

    /// The closing of a period that is one closed month.
    [[nodiscard]] const ClosedMonth *closing(const Period &period) const;

    /// Whether the period ends with a closed month: its state is not the register's of today.
    [[nodiscard]] bool endsClosed(const Period &period) const;

    [[nodiscard]] bool anyClosed() const { return !m_closed.isEmpty(); }

    /// The closing of a month, yyyy-MM, if it is closed.
    [[nodiscard]] const ClosedMonth *month(const QString &name) const;

    /// All closings in their order.
    [[nodiscard]] QVector<ClosedMonth> closings() const;

    /// Whether late changes of closed lists are told in this month: the first that is open.
    [[nodiscard]] bool followsTheLast(const QString &name) const;

    /// The months of a period that is made of whole ones, yyyy-MM; none of another.
    [[nodiscard]] static QStringList wholeMonths(const Period &period);

private:
    explicit Books(const CaseReader &reader)
        : m_reader(&reader)
    {
    }

    [[nodiscard]] Result<QMap<QString, Counts>> upTo(Dimension dimension, Day day) const;

    const CaseReader *m_reader;
    QMap<QString, QString> m_closed; ///< yyyy-MM → as published
    mutable QMap<QString, std::shared_ptr<const ClosedMonth>> m_read;
    mutable std::optional<Instant> m_overdueAt;
    mutable OverdueCases m_overdue; ///< at m_overdueAt
};

} // namespace huiyin
