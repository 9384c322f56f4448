// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// The one door to toml++: files become plain values that know their line and column, so that no
// other file of the program includes the library and every loader reports faults in the same way.

#include <domain/finding.h>

#include <QByteArray>
#include <QString>
#include <QVector>

#include <optional>
#include <variant>

namespace huiyin {

struct TomlValue;

struct TomlEntry;

/// A table, array or scalar of a TOML file with its place. Dates come as strings `2026-01-01`.
struct TomlValue
{
    enum class Kind { String, Integer, Float, Bool, Date, Array, Table };
    Kind kind = Kind::String;
    int line = 0, column = 0;
    QString string;
    qint64 integer = 0;
    double number = 0;
    bool boolean = false;
    QVector<TomlValue> items;   ///< of an array
    QVector<TomlEntry> entries; ///< of a table, in file order

    [[nodiscard]] const TomlValue *find(QStringView key) const;
};

struct TomlEntry
{
    QString key;
    int line = 0, column = 0;
    TomlValue value;
};

/// Reads a TOML text. On a syntax fault: nothing, and one finding `toml.syntax` with its place.
[[nodiscard]] std::optional<TomlValue> readToml(const QByteArray &text, Findings &findings);

} // namespace huiyin
