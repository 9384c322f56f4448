// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/fieldinput.h>
#include <rules/figure.h>
#include <rules/packentries.h>
#include <rules/tomlaccess.h>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;
using namespace tomlaccess;

namespace {

/// `move:sign` names the step `sign`.
QString moveOf(const QString &reference)
{
    return reference.startsWith("move:"_L1) ? reference.mid(5) : reference;
}

int number(const TomlValue &table, QStringView key)
{
    const TomlValue *value = table.find(key);
    return value == nullptr ? 0 : static_cast<int>(value->integer);
}

} // namespace

Condition EntryReader::condition(const TomlValue &table, QStringView key) const
{
    Condition condition;
    const TomlValue *when = table.find(key);
    if (when == nullptr) {
        return condition;
    }
    const auto take = [&](const QString &field, const TomlValue &value) {
        const bool isText = value.kind == TomlValue::Kind::String;
        if (value.kind == TomlValue::Kind::Bool) {
            condition.anyOf[field].append(value.boolean ? u"true"_s : u"false"_s);
        } else if (isText && (value.string.isEmpty() || value.string == u"*")) {
            condition.comparisons.append({.field = field,
                                          .sign = value.string.isEmpty()
                                                      ? Comparison::Sign::Missing
                                                      : Comparison::Sign::Given});
        } else if (const auto comparison =
                       Comparison::parse(m_catalogue, field, value.string, m_parameters)) {
            if (*comparison) {
                condition.comparisons.append(**comparison);
            }
        } else {
            condition.anyOf[field].append(value.string);
        }
    };
    for (const TomlEntry &entry : when->entries) {
        if (entry.value.kind == TomlValue::Kind::Array) {
            for (const TomlValue &item : entry.value.items) {
                take(entry.key, item);
            }
        } else {
            take(entry.key, entry.value);
        }
    }
    return condition;
}

QJsonObject EntryReader::values(const TomlValue &entry, const QString &key, const QString &label)
{
    QJsonObject stored;
    const TomlValue *table = entry.find(key);
    if (table == nullptr) {
        return stored;
    }
    for (const TomlEntry &item : table->entries) {
        const FieldDef *field = m_catalogue.field(item.key);
        if (field == nullptr) {
            continue; // told by the shape check
        }
        const ValueReading reading = readValue(m_catalogue, *field, json(item.value));
        if (json(item.value) == QJsonValue(QString())) {
            stored.insert(field->id, QJsonValue::Null); // takes the value back
            continue;
        }
        if (reading.findings.isEmpty() && !reading.value.isNull() && !reading.value.isUndefined()) {
            stored.insert(field->id, reading.value);
            continue;
        }
        refuse(u"pack.value.unfit"_s,
               item.value,
               {{u"entry"_s, placed(label)},
                {u"key"_s, key},
                {u"value"_s, json(item.value).toVariant().toString()},
                {u"field"_s, field->zh},
                {u"fieldEn"_s, field->en}},
               key + u'.' + item.key);
    }
    return stored;
}

MoveRule EntryReader::move(const TomlValue &entry)
{
    MoveRule move;
    move.id = text(entry, u"id");
    move.zh = text(entry, u"zh");
    move.en = text(entry, u"en");
    for (const QString &id : texts(entry, u"from")) {
        if (const auto stage = stageOf(id)) {
            move.from.append(*stage);
        }
    }
    move.to = stageOf(text(entry, u"to"));
    move.by = texts(entry, u"by");
    move.needs = texts(entry, u"needs");
    for (const TomlValue &group : items(entry, u"oneOf")) {
        move.oneOf.append({texts(group, u"fields"), condition(group), texts(group, u"rule")});
    }
    move.offers = texts(entry, u"offers");
    move.reason = flag(entry, u"reason");
    move.stamps = text(entry, u"stamps");
    move.when = condition(entry);
    move.sheet = text(entry, u"sheet");
    move.forbidden = texts(entry, u"forbidden");
    move.rules = texts(entry, u"rule");
    move.hintZh = text(entry, u"hint");
    move.hintEn = text(entry, u"hintEn");
    move.atMost = number(entry, u"atMost");
    move.instead = text(entry, u"instead");
    move.after = texts(entry, u"after");
    move.afterAny = texts(entry, u"afterAny");
    move.notAfter = texts(entry, u"notAfter");
    move.within = text(entry, u"within");
    move.sets = values(entry, u"sets"_s, u"[[move]] "_s + move.id);
    move.answers = text(entry, u"answers");
    move.complete = texts(entry, u"complete");
    return move;
}

LockRule EntryReader::lock(const TomlValue &entry) const
{
    return {text(entry, u"id"),
            texts(entry, u"fields"),
            moveOf(text(entry, u"until")),
            condition(entry),
            texts(entry, u"rule")};
}

GuardRule EntryReader::guard(const TomlValue &entry) const
{
    return {text(entry, u"id"),
            texts(entry, u"fields"),
            texts(entry, u"forbidden"),
            condition(entry),
            texts(entry, u"rule")};
}

AdviceRule EntryReader::advice(const TomlValue &entry)
{
    const QString id = text(entry, u"id");
    return {id,
            text(entry, u"zh"),
            text(entry, u"en"),
            condition(entry),
            texts(entry, u"on"),
            texts(entry, u"items"),
            texts(entry, u"itemsEn"),
            values(entry, u"proposes"_s, u"[[advice]] "_s + id),
            texts(entry, u"refuses"),
            texts(entry, u"rule")};
}

ChainRule EntryReader::chain(const TomlValue &entry) const
{
    ChainRule chain{text(entry, u"id"),
                    text(entry, u"zh"),
                    text(entry, u"en"),
                    condition(entry),
                    {},
                    texts(entry, u"rule")};
    for (const TomlValue &link : items(entry, u"links")) {
        chain.links.append({text(link, u"move"), text(link, u"role")});
    }
    return chain;
}

CountRule EntryReader::count(const TomlValue &entry) const
{
    CountRule count;
    count.id = text(entry, u"id");
    count.zh = text(entry, u"zh");
    count.en = text(entry, u"en");
    count.when = condition(entry);
    count.by = text(entry, u"by");
    if (const TomlValue *per = entry.find(u"per"); per != nullptr && per->entries.size() == 1) {
        count.unit = per->entries.first().key;
        count.span = static_cast<int>(per->entries.first().value.integer);
    }
    count.atLeast = number(entry, u"atLeast");
    if (const TomlValue *ratio = entry.find(u"ratio")) {
        count.ratioOf = text(*ratio, u"of");
        count.ratioTo = text(*ratio, u"to");
        count.ratioAbove = scaledOf(text(*ratio, u"above")).value_or(0); // told by the shape check
    }
    count.then = text(entry, u"then");
    count.thenEn = text(entry, u"thenEn");
    count.who = texts(entry, u"who");
    count.rules = texts(entry, u"rule");
    count.needsConfirmation = text(entry, u"needsConfirmation");
    return count;
}

QString EntryReader::placed(const QString &label) const
{
    return m_source.isEmpty() ? label : m_source + u": "_s + label;
}

void EntryReader::refuse(const QString &code,
                         const TomlValue &at,
                         const Args &args,
                         const QString &touched)
{
    m_faulty.insert(touched);
    m_findings.append(Finding{code, Severity::Refusal, {}, args, {}, at.line, at.column});
}

} // namespace huiyin
