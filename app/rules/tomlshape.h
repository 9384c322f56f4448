// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// One table per file format says which keys there are, what they hold and what they must name. The
// same table checks a file and prints the format description, so that the two cannot drift apart.

#include <domain/finding.h>
#include <domain/result.h>
#include <rules/toml.h>

#include <QHash>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QVector>

#include <functional>
#include <limits>
#include <optional>

namespace huiyin {

/// What a key holds.
enum class Shape {
    Text,      ///< "…", not empty
    Texts,     ///< ["…", "…"]
    Integer,   ///< 3
    Number,    ///< 0.5 or 3
    Flag,      ///< true, false
    Date,      ///< 2026-01-01
    Table,     ///< { … } or [section]
    Tables,    ///< [[section]] or [ { … }, { … } ]
    Levels,    ///< { … }, or several of them in order: [ { … }, { … } ]
    Condition, ///< { field = value, list of values or comparison, … }
    Values,    ///< { field = value, … }: constants
    Mark,      ///< a share of a limit (0.5) or a word
    Span,      ///< 20, [10, 20] or the name of a parameter
};

struct TableShape;

/// One key of a table.
struct KeyShape
{
    QString key;
    Shape shape = Shape::Text;
    bool required = false;
    QString names = {}; ///< what the text must name: `role`, `stage`, `field` …; empty = anything
    QStringList words = {}; ///< the only words allowed, empty = anything
    double least = std::numeric_limits<double>::lowest(); ///< of numbers, inclusive
    double most = std::numeric_limits<double>::max();     ///< of numbers, inclusive
    const TableShape *table = nullptr;                    ///< of Table and Tables
    QString zh = {}, en = {};                             ///< one line of explanation
};

struct TableShape
{
    QString name; ///< `move`: how entries are called in sentences
    QVector<KeyShape> keys;
    QString idKey; ///< the key that tells entries apart, must be unique; empty for parts
    QString zh, en;

    [[nodiscard]] const KeyShape *key(QStringView name) const;
};

/// What may be named, per kind of name: {"role": ["clerk", …]}. A kind that is not in the map is
/// not checked.
using KnownNames = QMap<QString, QStringList>;

/// What fields may hold, for conditions; empty for files that have none.
struct FieldWords
{
    /// Words a condition on this field may hold, or nothing if the field takes any.
    std::function<QStringList(const QString &field)> words;
    /// What is wrong with a comparison (`>= 500`) on this field; nothing if the text is none.
    std::function<std::optional<Error>(const QString &field, const QString &text)> comparison;
    /// Whether the text begins like a comparison at all.
    std::function<bool(const QString &text)> isComparison;
    /// The clocks that `overdue` may name; without any it is a field like others.
    QStringList clocks = {};
};

/// Walks a file by its table. Findings: schema.key.unknown, schema.key.missing, schema.type.*,
/// schema.value.empty, schema.value.range, schema.value.unknown, schema.id.malformed,
/// schema.id.duplicate, schema.unknown.<names>; each with line, column, entry, key and the nearest
/// known words.
class ShapeCheck
{
public:
    /// \param source  file name before each entry when it is not the file the person is looking at,
    /// else empty
    ShapeCheck(const KnownNames &known,
               const FieldWords &fieldWords,
               const QString &source,
               Findings &findings);

    void check(const TomlValue &table, const TableShape &shape, const QString &entry);

    /// `move.to` for each key of an entry at fault: later checks leave those alone.
    [[nodiscard]] const QSet<QString> &faulty() const { return m_faulty; }

private:
    void checkEntry(const TomlEntry &entry,
                    const KeyShape &key,
                    const TableShape &shape,
                    const QString &label);
    void checkWord(const TomlValue &value,
                   const KeyShape &key,
                   const TableShape &shape,
                   const QString &label);
    void checkSpan(const TomlValue &value,
                   const KeyShape &key,
                   const TableShape &shape,
                   const QString &label);
    void checkNumber(const TomlValue &value,
                     const KeyShape &key,
                     const TableShape &shape,
                     const QString &label);
    void checkTables(const TomlValue &value, const KeyShape &key, const QString &label);
    void checkCondition(const TomlValue &value, const QString &label);
    void checkDemand(const QString &field, const TomlValue &item, const QString &label);
    void checkValues(const TomlValue &value, const KeyShape &key, const QString &label);
    [[nodiscard]] bool isField(const TomlEntry &entry,
                               const QString &key,
                               const TableShape &shape,
                               const QString &label);
    void add(const QString &code,
             const TomlValue &at,
             const TableShape &shape,
             const QString &label,
             Args args);

    /// What a kind may name, nullptr if it is not checked. Packs name fields by the thousand: a
    /// set, made when the kind is first asked for.
    [[nodiscard]] const QSet<QString> *namesOf(const QString &kind);

    const KnownNames &m_known;
    QHash<QString, QSet<QString>> m_sets;
    const FieldWords &m_fieldWords;
    QString m_source;
    Findings &m_findings;
    QSet<QString> m_faulty;
};

/// How an entry is called in sentences: `[[move]] transfer`.
[[nodiscard]] QString entryLabel(const TableShape &shape, const TomlValue &entry, qsizetype index);

/// The words nearest to a misspelt one, nearest first, at most six: what a remedy offers.
[[nodiscard]] QString nearestWords(const QString &word, QStringList known);

/// The format description of a table and its parts.
[[nodiscard]] QString shapeText(const TableShape &root, const QString &title);

} // namespace huiyin
