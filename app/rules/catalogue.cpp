// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/catalogue.h>
#include <rules/tomlaccess.h>
#include <rules/tomlshape.h>

#include <QFile>
#include <QHash>

#include <array>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;
using namespace tomlaccess;

namespace {

constexpr std::array kTypes = {
    std::pair("text"_L1, FieldType::Text),
    std::pair("memo"_L1, FieldType::Memo),
    std::pair("date"_L1, FieldType::Date),
    std::pair("datetime"_L1, FieldType::DateTime),
    std::pair("int"_L1, FieldType::Int),
    std::pair("decimal"_L1, FieldType::Decimal),
    std::pair("money"_L1, FieldType::Money),
    std::pair("enum"_L1, FieldType::Enum),
    std::pair("multi"_L1, FieldType::Multi),
    std::pair("dept"_L1, FieldType::Dept),
    std::pair("person"_L1, FieldType::Person),
    std::pair("phone"_L1, FieldType::Phone),
    std::pair("sign"_L1, FieldType::Sign),
    std::pair("seal"_L1, FieldType::Seal),
    std::pair("list"_L1, FieldType::List),
    std::pair("ref"_L1, FieldType::Ref),
    std::pair("attach"_L1, FieldType::Attach),
    std::pair("bool"_L1, FieldType::Bool),
};

constexpr std::array kPrivacies = {
    std::pair("name"_L1, Privacy::Name),
    std::pair("phone"_L1, Privacy::Phone),
    std::pair("idNumber"_L1, Privacy::IdNumber),
    std::pair("address"_L1, Privacy::Address),
};

template <typename Pairs> QStringList wordsOf(const Pairs &pairs)
{
    QStringList words;
    for (const auto &pair : pairs) {
        words.append(pair.first);
    }
    return words;
}

template <typename Pairs, typename Value>
Value valueOf(const Pairs &pairs, const QString &word, Value fallback)
{
    for (const auto &pair : pairs) {
        if (word == pair.first) {
            return pair.second;
        }
    }
    return fallback;
}

const TableShape &choiceShape()
{
    static const TableShape shape{u"choice"_s,
                                  {{.key = u"id"_s, .required = true, .names = u"id"_s},
                                   {.key = u"zh"_s, .required = true},
                                   {.key = u"en"_s, .required = true},
                                   {.key = u"aliases"_s, .shape = Shape::Texts}},
                                  u"id"_s,
                                  {},
                                  {}};
    return shape;
}

const TableShape &codesShape()
{
    static const TableShape list{
        u"list"_s,
        {{.key = u"id"_s, .required = true, .names = u"id"_s},
         {.key = u"zh"_s, .required = true},
         {.key = u"en"_s, .required = true},
         {.key = u"choices"_s, .shape = Shape::Tables, .required = true, .table = &choiceShape()}},
        u"id"_s,
        {},
        {}};
    static const TableShape root{
        u"codes"_s,
        {{.key = u"list"_s, .shape = Shape::Tables, .required = true, .table = &list}},
        {},
        {},
        {}};
    return root;
}

const TableShape &fieldsShape()
{
    static const TableShape field{
        u"field"_s,
        {{.key = u"id"_s, .required = true, .names = u"id"_s},
         {.key = u"zh"_s, .required = true},
         {.key = u"en"_s, .required = true},
         {.key = u"type"_s, .required = true, .words = wordsOf(kTypes)},
         {.key = u"max"_s, .shape = Shape::Integer, .least = 1, .most = 100000},
         {.key = u"choices"_s, .names = u"list"_s},
         {.key = u"private"_s, .words = wordsOf(kPrivacies)},
         {.key = u"search"_s, .shape = Shape::Flag},
         {.key = u"aliases"_s, .shape = Shape::Texts}},
        u"id"_s,
        {},
        {}};
    static const TableShape root{
        u"fields"_s,
        {{.key = u"field"_s, .shape = Shape::Tables, .required = true, .table = &field}},
        {},
        {},
        {}};
    return root;
}

void refuse(Findings &findings, const QString &code, const TomlValue &at, const Args &args)
{
    findings.append(Finding{code, Severity::Refusal, {}, args, {}, at.line, at.column});
}

CodeList readList(const TomlValue &table, Findings &findings)
{
    CodeList list{text(table, u"id"), text(table, u"zh"), text(table, u"en"), {}};
    QHash<QString, QString> meaning;
    for (const TomlValue &item : items(table, u"choices")) {
        Choice choice{
            text(item, u"id"), text(item, u"zh"), text(item, u"en"), texts(item, u"aliases")};
        // A word of an old register must not mean two things: the import would guess.
        for (const QString &word : QStringList{choice.id, choice.zh} + choice.aliases) {
            const QString owner = meaning.value(word, choice.id);
            if (owner != choice.id) {
                refuse(findings,
                       u"catalogue.word.twice"_s,
                       item,
                       {{u"list"_s, list.id},
                        {u"word"_s, word},
                        {u"first"_s, owner},
                        {u"second"_s, choice.id}});
            }
            meaning.insert(word, owner);
        }
        list.choices.append(choice);
    }
    return list;
}

FieldDef readField(const TomlValue &table, Findings &findings)
{
    FieldDef field;
    field.id = text(table, u"id");
    field.zh = text(table, u"zh");
    field.en = text(table, u"en");
    field.type = valueOf(kTypes, text(table, u"type"), FieldType::Text);
    field.choices = text(table, u"choices");
    field.privacy = valueOf(kPrivacies, text(table, u"private"), Privacy::Public);
    field.aliases = texts(table, u"aliases");
    if (const TomlValue *max = table.find(u"max")) {
        field.max = static_cast<int>(max->integer);
    }
    if (const TomlValue *search = table.find(u"search")) {
        field.search = search->boolean;
    }
    const bool listed = field.type == FieldType::Enum || field.type == FieldType::Multi;
    if (listed != !field.choices.isEmpty()) {
        refuse(findings,
               listed ? u"catalogue.choices.missing"_s : u"catalogue.choices.idle"_s,
               table,
               {{u"field"_s, field.id}, {u"id"_s, field.id}});
    }
    return field;
}

void checkHeads(const QVector<FieldDef> &fields,
                const QVector<TomlValue> &places,
                Findings &findings)
{
    QHash<QString, QString> meaning;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const FieldDef &field = fields.at(i);
        for (const QString &word : QStringList{field.zh} + field.aliases) {
            const QString owner = meaning.value(word, field.id);
            if (owner != field.id) {
                refuse(findings,
                       u"catalogue.head.twice"_s,
                       places.at(i),
                       {{u"word"_s, word}, {u"first"_s, owner}, {u"second"_s, field.id}});
            }
            meaning.insert(word, owner);
        }
    }
}

} // namespace

CatalogueReading readCatalogue(const QByteArray &fieldsToml, const QByteArray &codesToml)
{
    CatalogueReading reading;
    Findings &findings = reading.findings;
    const auto codes = readToml(codesToml, findings);
    const auto fields = readToml(fieldsToml, findings);
    if (!codes || !fields) {
        return reading;
    }
    const FieldWords noWords;
    const KnownNames noNames;
    ShapeCheck(noNames, noWords, u"codes.toml"_s, findings).check(*codes, codesShape(), {});
    QVector<CodeList> lists;
    KnownNames known{{u"list"_s, {}}};
    for (const TomlValue &item : items(*codes, u"list")) {
        lists.append(readList(item, findings));
        known[u"list"_s].append(lists.last().id);
    }
    ShapeCheck(known, noWords, u"fields.toml"_s, findings).check(*fields, fieldsShape(), {});
    QVector<FieldDef> defs;
    const QVector<TomlValue> &places = items(*fields, u"field");
    for (const TomlValue &item : places) {
        defs.append(readField(item, findings));
    }
    checkHeads(defs, places, findings);
    if (!refuses(findings)) {
        reading.catalogue = FieldCatalogue(defs, lists);
    }
    return reading;
}

CatalogueReading builtinCatalogue()
{
    const auto bytes = [](const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    return readCatalogue(bytes(u":/huiyin/fields.toml"_s), bytes(u":/huiyin/codes.toml"_s));
}

} // namespace huiyin
