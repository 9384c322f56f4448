// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/ports.h>
#include <store/database.h>

namespace huiyin {

/// Reads an event at the query's present row.
[[nodiscard]] Event eventAt(Query &query);

/// Reads a list row (columns of `complaint`) at the query's present row.
[[nodiscard]] CaseRow caseRowAt(Query &query);

/// The events of a case, oldest recording first.
[[nodiscard]] Result<QVector<Event>> eventsOfCase(Database &database, const CaseId &id);

/// A value of `meta`, empty if there is none.
[[nodiscard]] Result<QString> metaValue(Database &database, const QString &name);

[[nodiscard]] Result<Done> setMeta(Database &database, const QString &name, const QString &value);

/// An id from its 16 bytes.
template <typename Tag> [[nodiscard]] std::optional<Id<Tag>> idOf(const QByteArray &bytes)
{
    auto id = Id<Tag>::parse(detail::uuidText(bytes));
    return id ? std::optional(*id) : std::nullopt;
}

} // namespace huiyin
