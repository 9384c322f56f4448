// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/ports.h>
#include <store/database.h>

#include <QByteArray>

#include <optional>
#include <vector>

namespace huiyin {

/// A statement put together for one filter, and the values of its blanks in order.
struct FilterSql
{
    QByteArray text;
    std::vector<Value> values;

    friend bool operator==(const FilterSql &, const FilterSql &) = default;
};

/// A place in a filter's order: the last row of a page.
struct Place
{
    Value sort;
    qint64 key = 0;
    qint64 span = 0; ///< number of the span where the filter counts spans, else 0

    [[nodiscard]] Cursor toCursor() const;
    static std::optional<Place> of(const Cursor &cursor, CaseSort sort);
};

/// Rows in the filter's order, at most `limit` (-1: all) after a place. Columns: those of
/// `complaint` or only case_key, and sort_value, span_no.
enum class Columns { Row, Key };
[[nodiscard]] FilterSql selectSql(const CaseFilter &filter,
                                  Columns columns,
                                  const std::optional<Place> &after,
                                  qint64 limit);

/// Counts the rows in the filter up to `atMost` (-1: all) as `cases`.
[[nodiscard]] FilterSql countSql(const CaseFilter &filter, qint64 atMost);

} // namespace huiyin
