// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/sheet.h>
#include <rules/sheetkeys.h>

#include <algorithm>

namespace huiyin {

namespace sheetkeys {

namespace {

QString s(const char16_t *text) { return QString::fromUtf16(text); }

QString wantWord(Want want, bool chinese)
{
    switch (want) {
    case Want::Text:
        return chinese ? s(u"文字") : s(u"text");
    case Want::Whole:
        return chinese ? s(u"整数") : s(u"whole number");
    case Want::Number:
        return chinese ? s(u"数") : s(u"number");
    case Want::Flag:
        return s(u"true/false");
    case Want::FlagOrWhole:
        return chinese ? s(u"true/false 或整数") : s(u"true/false or whole number");
    case Want::Words:
        return chinese ? s(u"文字的列表") : s(u"list of texts");
    case Want::Margins:
        return s(u"{ top, right, bottom, left }");
    case Want::Rows:
        return s(u"[[row]]");
    case Want::Cells:
    case Want::Parts:
        return s(u"[ { … }, { … } ]");
    case Want::Changes:
        return s(u"[[change]]");
    case Want::Pairs:
        return s(u"{ field = \"…\" }");
    case Want::Sheet:
        return s(u"[sheet]");
    }
    return {};
}

bool isOf(const TomlValue &value, Want want)
{
    using Kind = TomlValue::Kind;
    const auto all = [&](Kind kind) {
        return value.kind == Kind::Array &&
               std::all_of(value.items.cbegin(), value.items.cend(), [&](const TomlValue &item) {
                   return item.kind == kind;
               });
    };
    switch (want) {
    case Want::Text:
        return value.kind == Kind::String;
    case Want::Whole:
        return value.kind == Kind::Integer;
    case Want::Number:
        return value.kind == Kind::Integer || value.kind == Kind::Float;
    case Want::Flag:
        return value.kind == Kind::Bool;
    case Want::FlagOrWhole:
        return value.kind == Kind::Bool || value.kind == Kind::Integer;
    case Want::Words:
        return all(Kind::String);
    case Want::Rows:
    case Want::Cells:
    case Want::Parts:
    case Want::Changes:
        return all(Kind::Table) && !value.items.isEmpty();
    case Want::Pairs:
        return value.kind == Kind::Table &&
               std::all_of(value.entries.cbegin(),
                           value.entries.cend(),
                           [](const TomlEntry &entry) { return entry.value.kind == Kind::String; });
    case Want::Margins:
    case Want::Sheet:
        return value.kind == Kind::Table;
    }
    return false;
}

Finding fault(const QString &code, const QString &file, int line, int column, Args args)
{
    args.insert(s(u"file"), file);
    return {code, Severity::Refusal, {}, std::move(args), {}, line, column};
}

QString namesOf(const Keys &keys)
{
    QStringList names;
    for (const Key &key : keys) {
        names << key.name;
    }
    return names.join(QLatin1Char(' '));
}

} // namespace

bool check(const TomlValue &table,
           const Keys &keys,
           const QString &where,
           const QString &fileName,
           Findings &findings)
{
    const qsizetype before = findings.size();
    for (const TomlEntry &entry : table.entries) {
        const auto known = std::find_if(
            keys.cbegin(), keys.cend(), [&](const Key &key) { return key.name == entry.key; });
        const auto report = [&](const QString &code, Args args) {
            args.insert(s(u"key"), entry.key);
            args.insert(s(u"where"), where);
            findings.append(fault(code, fileName, entry.line, entry.column, std::move(args)));
        };
        if (known == keys.cend()) {
            report(s(u"sheet.key.unknown"), {{s(u"known"), namesOf(keys)}});
        } else if (!isOf(entry.value, known->want)) {
            report(s(u"sheet.key.type"),
                   {{s(u"want"), wantWord(known->want, true)},
                    {s(u"wantEn"), wantWord(known->want, false)}});
        } else if (!known->words.isEmpty() && !known->words.contains(entry.value.string)) {
            report(s(u"sheet.key.word"),
                   {{s(u"value"), entry.value.string},
                    {s(u"known"), known->words.join(QLatin1Char(' '))}});
        } else if (known->most > 0 && entry.value.kind != TomlValue::Kind::Bool &&
                   !(entry.value.number >= known->least && entry.value.number <= known->most)) {
            report(s(u"sheet.key.range"),
                   {{s(u"least"), QString::number(known->least)},
                    {s(u"most"), QString::number(known->most)}});
        }
    }
    for (const Key &key : keys) {
        if (key.needed && table.find(key.name) == nullptr) {
            findings.append(fault(s(u"sheet.key.missing"),
                                  fileName,
                                  std::max(1, table.line),
                                  std::max(1, table.column),
                                  {{s(u"key"), key.name},
                                   {s(u"where"), where},
                                   {s(u"want"), wantWord(key.want, true)},
                                   {s(u"wantEn"), wantWord(key.want, false)}}));
        }
    }
    return findings.size() == before;
}

} // namespace sheetkeys

QString sheetSchema()
{
    using namespace sheetkeys;
    const auto section = [](const QString &head, const Keys &keys) {
        QString text = head + QLatin1Char('\n');
        for (const Key &key : keys) {
            text += QStringLiteral("  %1 = %2%3")
                        .arg(key.name,
                             wantWord(key.want, false),
                             key.needed ? s(u"  (required)") : QString());
            if (!key.words.isEmpty()) {
                text += QStringLiteral("  [%1]").arg(key.words.join(QLatin1Char(' ')));
            }
            if (key.most > 0) {
                text += QStringLiteral("  [%1 … %2]").arg(key.least).arg(key.most);
            }
            text += QStringLiteral("\n      %1 – %2\n").arg(key.zh, key.en);
        }
        return text + QLatin1Char('\n');
    };
    return section(s(u"file"), file()) + section(s(u"[sheet]"), sheet()) +
           section(s(u"[sheet] base = …"), variant()) + section(s(u"[[change]]"), change()) +
           section(s(u"margins = { … }"), margins()) + section(s(u"[[row]]"), row()) +
           section(s(u"cells = [ { … } ]"), cell()) +
           section(s(u"parts = [ { … } ] / header = [ { … } ]"), part());
}

} // namespace huiyin
