// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/condition.h>
#include <rules/tomlshape.h>

#include <QHash>

#include <algorithm>
#include <numeric>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

bool fits(const TomlValue &value, Shape shape)
{
    using Kind = TomlValue::Kind;
    switch (shape) {
    case Shape::Text:
        return value.kind == Kind::String;
    case Shape::Texts:
        return value.kind == Kind::Array &&
               std::all_of(value.items.cbegin(), value.items.cend(), [](const TomlValue &item) {
                   return item.kind == Kind::String;
               });
    case Shape::Integer:
        return value.kind == Kind::Integer;
    case Shape::Number:
        return value.kind == Kind::Integer || value.kind == Kind::Float;
    case Shape::Flag:
        return value.kind == Kind::Bool;
    case Shape::Date:
        return value.kind == Kind::Date && value.string.size() == 10;
    case Shape::Levels:
        return fits(value, Shape::Table) || fits(value, Shape::Tables);
    case Shape::Table:
    case Shape::Condition:
    case Shape::Values:
        return value.kind == Kind::Table;
    case Shape::Tables:
        return value.kind == Kind::Array &&
               std::all_of(value.items.cbegin(), value.items.cend(), [](const TomlValue &item) {
                   return item.kind == Kind::Table;
               });
    case Shape::Span:
        return fits(value, Shape::Mark) ||
               (value.kind == Kind::Array && value.items.size() == 2 &&
                std::all_of(value.items.cbegin(), value.items.cend(), [](const TomlValue &item) {
                    return fits(item, Shape::Number);
                }));
    case Shape::Mark:
        return value.kind == Kind::String || value.kind == Kind::Integer ||
               value.kind == Kind::Float;
    }
    return false;
}

QLatin1StringView shapeWord(Shape shape)
{
    switch (shape) {
    case Shape::Text:
        return "text"_L1;
    case Shape::Texts:
        return "texts"_L1;
    case Shape::Integer:
        return "integer"_L1;
    case Shape::Number:
        return "number"_L1;
    case Shape::Flag:
        return "flag"_L1;
    case Shape::Date:
        return "date"_L1;
    case Shape::Table:
        return "table"_L1;
    case Shape::Tables:
        return "tables"_L1;
    case Shape::Levels:
        return "table"_L1;
    case Shape::Values:
        return "values"_L1;
    case Shape::Condition:
        return "condition"_L1;
    case Shape::Mark:
        return "mark"_L1;
    case Shape::Span:
        return "span"_L1;
    }
    return ""_L1;
}

QString numberText(double number)
{
    return number == static_cast<double>(static_cast<qint64>(number))
               ? QString::number(static_cast<qint64>(number))
               : QString::number(number);
}

int distance(const QString &a, const QString &b)
{
    QVector<int> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const int above = row[j];
            const int change = a.at(i - 1).toCaseFolded() == b.at(j - 1).toCaseFolded() ? 0 : 2;
            row[j] = std::min({row[j] + 2, row[j - 1] + 2, diagonal + change});
            diagonal = above;
        }
    }
    return row.last();
}

/// A letter, then letters, digits, dots and dashes.
bool isWellFormedId(QStringView id)
{
    const auto isLetter = [](QChar c) {
        return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
    };
    return !id.isEmpty() && isLetter(id.front()) &&
           std::all_of(id.cbegin(), id.cend(), [&](QChar c) {
               return isLetter(c) || (c >= u'0' && c <= u'9') || c == u'.' || c == u'-';
           });
}

} // namespace

const KeyShape *TableShape::key(QStringView wanted) const
{
    const auto it = std::find_if(
        keys.cbegin(), keys.cend(), [&](const KeyShape &k) { return k.key == wanted; });
    return it == keys.cend() ? nullptr : &*it;
}

QString nearestWords(const QString &word, QStringList known)
{
    known.removeDuplicates();
    QHash<QString, int> far;
    for (const QString &other : known) {
        far.insert(other, distance(word, other));
    }
    std::stable_sort(known.begin(), known.end(), [&](const QString &a, const QString &b) {
        return far[a] < far[b];
    });
    constexpr qsizetype kOffered = 6;
    const bool cut = known.size() > kOffered;
    return QStringList(known.mid(0, kOffered)).join(u", "_s) + (cut ? u" …"_s : QString());
}

QString entryLabel(const TableShape &shape, const TomlValue &entry, qsizetype index)
{
    const TomlValue *id = shape.idKey.isEmpty() ? nullptr : entry.find(shape.idKey);
    const QString name =
        id != nullptr && !id->string.isEmpty() ? id->string : u"#"_s + QString::number(index + 1);
    return u"[[%1]] %2"_s.arg(shape.name, name);
}

ShapeCheck::ShapeCheck(const KnownNames &known,
                       const FieldWords &fieldWords,
                       const QString &source,
                       Findings &findings)
    : m_known(known)
    , m_fieldWords(fieldWords)
    , m_source(source)
    , m_findings(findings)
{
}

void ShapeCheck::add(const QString &code,
                     const TomlValue &at,
                     const TableShape &shape,
                     const QString &label,
                     Args args)
{
    m_faulty.insert(shape.name + u'.' + args.value(u"key"_s));
    const QString file = m_source.isEmpty() ? u'[' + args.value(u"key"_s) + u']' : m_source;
    const QString prefix = m_source.isEmpty() ? QString() : m_source + u": "_s;
    args.insert(u"entry"_s, label.isEmpty() ? file : prefix + label);
    m_findings.append(Finding{code, Severity::Refusal, {}, args, {}, at.line, at.column});
}

void ShapeCheck::check(const TomlValue &table, const TableShape &shape, const QString &label)
{
    // The whole of the file a person looks at has sections, and no name of its own to tell.
    const bool whole = label.isEmpty() && m_source.isEmpty();
    for (const TomlEntry &entry : table.entries) {
        if (const KeyShape *key = shape.key(entry.key)) {
            checkEntry(entry, *key, shape, label);
        } else {
            QStringList names;
            for (const KeyShape &one : shape.keys) {
                names.append(one.key);
            }
            TomlValue place;
            place.line = entry.line;
            place.column = entry.column;
            add(whole ? u"schema.section.unknown"_s : u"schema.key.unknown"_s,
                place,
                shape,
                label,
                {{u"key"_s, entry.key}, {u"known"_s, nearestWords(entry.key, names)}});
        }
    }
    for (const KeyShape &key : shape.keys) {
        if (key.required && table.find(key.key) == nullptr) {
            add(whole ? u"schema.section.missing"_s : u"schema.key.missing"_s,
                table,
                shape,
                label,
                {{u"key"_s, key.key}});
        }
    }
}

void ShapeCheck::checkEntry(const TomlEntry &entry,
                            const KeyShape &key,
                            const TableShape &shape,
                            const QString &label)
{
    const TomlValue &value = entry.value;
    if (!fits(value, key.shape)) {
        add(u"schema.type."_s + shapeWord(key.shape), value, shape, label, {{u"key"_s, key.key}});
        return;
    }
    switch (key.shape) {
    case Shape::Text:
        checkWord(value, key, shape, label);
        break;
    case Shape::Texts:
        if (value.items.isEmpty()) {
            add(u"schema.value.empty"_s, value, shape, label, {{u"key"_s, key.key}});
        }
        for (const TomlValue &item : value.items) {
            checkWord(item, key, shape, label);
        }
        break;
    case Shape::Mark:
        if (value.kind == TomlValue::Kind::String) {
            checkWord(value, key, shape, label);
        } else {
            checkNumber(value, key, shape, label);
        }
        break;
    case Shape::Integer:
    case Shape::Number:
        checkNumber(value, key, shape, label);
        break;
    case Shape::Span:
        checkSpan(value, key, shape, label);
        break;
    case Shape::Table:
        check(
            value, *key.table, label.isEmpty() ? u"[%1]"_s.arg(key.key) : label + u" "_s + key.key);
        break;
    case Shape::Tables:
        checkTables(value, key, label);
        break;
    case Shape::Levels:
        if (value.kind == TomlValue::Kind::Array) {
            checkTables(value, key, label);
        } else {
            check(value, *key.table, label + u" "_s + key.key);
        }
        break;
    case Shape::Condition:
        checkCondition(value, label);
        break;
    case Shape::Values:
        checkValues(value, key, label);
        break;
    case Shape::Flag:
    case Shape::Date:
        break;
    }
}

void ShapeCheck::checkWord(const TomlValue &value,
                           const KeyShape &key,
                           const TableShape &shape,
                           const QString &label)
{
    // Packs hold words by the ten thousand: what a fault would say is put together for a fault
    // only.
    const auto unknown = [&](const QString &code, const QStringList &known) {
        add(code,
            value,
            shape,
            label,
            {{u"key"_s, key.key},
             {u"value"_s, value.string},
             {u"known"_s, nearestWords(value.string, known)}});
    };
    if (value.string.trimmed().isEmpty()) {
        add(u"schema.value.empty"_s, value, shape, label, {{u"key"_s, key.key}});
    } else if (!key.words.isEmpty() && !key.words.contains(value.string)) {
        unknown(u"schema.value.unknown"_s, key.words);
    } else if (key.names == u"id") {
        if (!isWellFormedId(value.string)) {
            add(u"schema.id.malformed"_s,
                value,
                shape,
                label,
                {{u"key"_s, key.key}, {u"value"_s, value.string}});
        }
    } else if (const auto *names = namesOf(key.names);
               names != nullptr && !names->contains(value.string)) {
        unknown(u"schema.unknown."_s + key.names, m_known.value(key.names));
    }
}

void ShapeCheck::checkSpan(const TomlValue &value,
                           const KeyShape &key,
                           const TableShape &shape,
                           const QString &label)
{
    if (value.kind == TomlValue::Kind::String) {
        checkWord(value, key, shape, label);
    } else if (value.kind == TomlValue::Kind::Array) {
        for (const TomlValue &end : value.items) {
            checkNumber(end, key, shape, label);
        }
    } else {
        checkNumber(value, key, shape, label);
    }
}

void ShapeCheck::checkNumber(const TomlValue &value,
                             const KeyShape &key,
                             const TableShape &shape,
                             const QString &label)
{
    // Written so that NaN fails too.
    if (!(value.number >= key.least && value.number <= key.most)) {
        add(u"schema.value.range"_s,
            value,
            shape,
            label,
            {{u"key"_s, key.key},
             {u"value"_s, numberText(value.number)},
             {u"least"_s, numberText(key.least)},
             {u"most"_s, numberText(key.most)}});
    }
}

void ShapeCheck::checkTables(const TomlValue &value, const KeyShape &key, const QString &label)
{
    const TableShape &shape = *key.table;
    QHash<QString, int> firstLine;
    for (qsizetype i = 0; i < value.items.size(); ++i) {
        const TomlValue &item = value.items.at(i);
        const QString itemLabel =
            label.isEmpty() ? entryLabel(shape, item, i) : label + u" "_s + key.key;
        check(item, shape, itemLabel);
        const TomlValue *id = shape.idKey.isEmpty() ? nullptr : item.find(shape.idKey);
        if (id == nullptr || id->string.isEmpty()) {
            continue;
        }
        if (firstLine.contains(id->string)) {
            add(u"schema.id.duplicate"_s,
                *id,
                shape,
                itemLabel,
                {{u"key"_s, shape.idKey},
                 {u"value"_s, id->string},
                 {u"first"_s, QString::number(firstLine.value(id->string))}});
        } else {
            firstLine.insert(id->string, id->line);
        }
    }
}

const QSet<QString> *ShapeCheck::namesOf(const QString &kind)
{
    auto set = m_sets.constFind(kind);
    if (set == m_sets.cend()) {
        const auto names = m_known.constFind(kind);
        if (kind.isEmpty() || names == m_known.cend()) {
            return nullptr;
        }
        set = m_sets.insert(kind, QSet<QString>(names->cbegin(), names->cend()));
    }
    return &*set;
}

bool ShapeCheck::isField(const TomlEntry &entry,
                         const QString &key,
                         const TableShape &shape,
                         const QString &label)
{
    if (const auto *names = namesOf(u"field"_s); names != nullptr && names->contains(entry.key)) {
        return true;
    }
    const QStringList fields = m_known.value(u"field"_s);
    TomlValue place;
    place.line = entry.line;
    place.column = entry.column;
    add(u"schema.unknown.field"_s,
        place,
        shape,
        label,
        {{u"key"_s, key}, {u"value"_s, entry.key}, {u"known"_s, nearestWords(entry.key, fields)}});
    return false;
}

void ShapeCheck::checkCondition(const TomlValue &value, const QString &label)
{
    static const TableShape shape{u"when"_s, {}, {}, {}, {}};
    for (const TomlEntry &entry : value.entries) {
        const bool ofClocks =
            entry.key == QLatin1StringView(kOverdue) && !m_fieldWords.clocks.isEmpty();
        if (!ofClocks && !isField(entry, u"when"_s, shape, label)) {
            continue;
        }
        const QVector<TomlValue> single{entry.value};
        const bool list = entry.value.kind == TomlValue::Kind::Array;
        for (const TomlValue &item : list ? entry.value.items : single) {
            checkDemand(entry.key, item, label);
        }
    }
}

void ShapeCheck::checkDemand(const QString &field, const TomlValue &item, const QString &label)
{
    static const TableShape shape{u"when"_s, {}, {}, {}, {}};
    const bool flag = item.kind == TomlValue::Kind::Bool;
    if (!flag && item.kind != TomlValue::Kind::String) {
        add(u"schema.type.condition"_s, item, shape, label, {{u"key"_s, field}});
        return;
    }
    const QString word = flag ? (item.boolean ? u"true"_s : u"false"_s) : item.string;
    if (!flag && (word.isEmpty() || word == u"*")) {
        return; // unset, set
    }
    if (m_fieldWords.isComparison(word)) {
        if (const auto fault = m_fieldWords.comparison(field, word)) {
            Args args = fault->args;
            args.insert(u"key"_s, field);
            add(fault->code, item, shape, label, args);
        }
        return;
    }
    const bool ofClocks = field == QLatin1StringView(kOverdue);
    const QStringList words = ofClocks ? m_fieldWords.clocks : m_fieldWords.words(field);
    if (!words.isEmpty() && !words.contains(word)) {
        add(u"schema.value.unknown"_s,
            item,
            shape,
            label,
            {{u"key"_s, field}, {u"value"_s, word}, {u"known"_s, nearestWords(word, words)}});
    }
}

void ShapeCheck::checkValues(const TomlValue &value, const KeyShape &key, const QString &label)
{
    const TableShape shape{key.key, {}, {}, {}, {}};
    if (value.entries.isEmpty()) {
        add(u"schema.value.empty"_s, value, shape, label, {{u"key"_s, key.key}});
    }
    for (const TomlEntry &entry : value.entries) {
        static_cast<void>(isField(entry, key.key, shape, label));
    }
}

} // namespace huiyin
