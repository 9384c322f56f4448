// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/sheetkeys.h>
#include <rules/sheetprose.h>
#include <rules/sheetreader.h>

#include <algorithm>

namespace huiyin {

namespace {

QString s(const char16_t *text) { return QString::fromUtf16(text); }

bool fits(const QString &show, FieldType type)
{
    const bool moment =
        show == s(u"time") || show.startsWith(s(u"dateTime")) || show == s(u"monthDayTime");
    return show == s(u"capitals") ? type == FieldType::Money
           : show == s(u"name")   ? type == FieldType::Sign
           : moment               ? type == FieldType::DateTime
                                  : type == FieldType::DateTime || type == FieldType::Date;
}

/// Whether a field can be printed as boxes, and this choice as one of them.
bool isChoice(const FieldDef &field, const CodeList *list, const QString &choice)
{
    return field.type == FieldType::Bool ? choice == s(u"true") || choice == s(u"false")
                                         : list != nullptr && list->byId(choice) != nullptr;
}

/// The fields of all blanks, sorted: what the two languages must have in common.
QStringList fieldsOf(const QString &paragraph)
{
    QStringList fields;
    for (const ProseBlank &blank : proseBlanks(paragraph)) {
        fields << blank.field;
    }
    fields.sort();
    return fields;
}

} // namespace

void SheetReader::checkShow(const QString &show, const FieldDef &field, const TomlValue &at)
{
    if (!fits(show, field.type)) {
        fault(s(u"sheet.show.type"), at, {{s(u"show"), show}, {s(u"id"), field.id}});
    }
}

void SheetReader::checkOptions(const SheetCell &cell, const TomlValue &table)
{
    const FieldDef *def = m_catalogue.field(cell.field);
    if (def == nullptr || cell.kind != CellKind::Field || (!cell.tick && cell.options.isEmpty())) {
        return;
    }
    const CodeList *list = m_catalogue.choicesOf(cell.field);
    if (list == nullptr && def->type != FieldType::Bool && def->type != FieldType::Enum &&
        def->type != FieldType::Multi) {
        fault(s(u"sheet.tick.noChoices"), table, {{s(u"id"), cell.field}});
    }
    const std::pair<const char16_t *, QStringList> wordings[] = {{u"optionsZh", cell.optionsZh},
                                                                 {u"optionsEn", cell.optionsEn}};
    for (const auto &[key, words] : wordings) {
        if (!words.isEmpty() && words.size() != cell.options.size()) {
            fault(s(u"sheet.option.words"),
                  *table.find(key),
                  {{s(u"key"), s(key)},
                   {s(u"have"), QString::number(words.size())},
                   {s(u"want"), QString::number(cell.options.size())}});
        }
    }
    for (const QString &option : cell.options) {
        if (!isChoice(*def, list, option)) {
            fault(s(u"sheet.option.unknown"),
                  *table.find(u"options"),
                  {{s(u"id"), cell.field}, {s(u"option"), option}, {s(u"list"), def->choices}});
        }
    }
}

void SheetReader::checkProse(const SheetCell &cell, const TomlValue &table)
{
    const TomlValue *at = table.find(u"prose");
    if (at == nullptr) {
        return;
    }
    for (const QString &paragraph : cell.prose + cell.proseEn) {
        QString rest = paragraph;
        const auto blanks = proseBlanks(paragraph);
        for (auto blank = blanks.crbegin(); blank != blanks.crend(); ++blank) {
            rest.remove(blank->begin, blank->length);
            const FieldDef *def = m_catalogue.field(blank->field);
            if (def == nullptr) {
                if (!isProseWord(blank->field)) {
                    fault(s(u"sheet.field.unknown"), *at, {{s(u"id"), blank->field}});
                }
            } else if (!blank->show.isEmpty()) {
                checkShow(blank->show, *def, *at);
            } else if (!blank->choice.isEmpty() &&
                       !isChoice(*def, m_catalogue.choicesOf(blank->field), blank->choice)) {
                fault(s(u"sheet.option.unknown"),
                      *at,
                      {{s(u"id"), blank->field},
                       {s(u"option"), blank->choice},
                       {s(u"list"), def->choices}});
            }
        }
        if (rest.contains(QLatin1Char('{')) || rest.contains(QLatin1Char('}'))) {
            fault(s(u"sheet.prose.brace"), *at, {{s(u"text"), paragraph.left(40)}});
        }
    }
    if (cell.parts.isEmpty()) {
        fault(s(u"sheet.prose.none"), *at, {});
    }
    const bool alike = cell.prose.size() == cell.proseEn.size() &&
                       std::equal(cell.prose.cbegin(),
                                  cell.prose.cend(),
                                  cell.proseEn.cbegin(),
                                  [](const QString &zh, const QString &en) {
                                      return fieldsOf(zh) == fieldsOf(en);
                                  });
    if (!alike) {
        fault(s(u"sheet.prose.english"), *at, {});
    }
}

void SheetReader::checkCell(const SheetCell &cell, const TomlValue &table, bool isPart)
{
    int kinds = 0;
    for (const QStringView key : {QStringView(u"label"),
                                  QStringView(u"field"),
                                  QStringView(u"text"),
                                  QStringView(u"parts"),
                                  QStringView(u"prose")}) {
        kinds += table.find(key) != nullptr ? 1 : 0;
    }
    if (kinds != 1) {
        fault(s(u"sheet.cell.kind"),
              table,
              {{s(u"choices"), isPart ? s(u"field text") : s(u"label field text parts prose")}});
    }
    checkField(table.find(u"label"));
    checkField(table.find(u"field"));
    checkField(table.find(u"sign"));
    checkOptions(cell, table);
    checkProse(cell, table);
    if (const FieldDef *sign = m_catalogue.field(cell.sign);
        sign != nullptr && sign->type != FieldType::Sign && sign->type != FieldType::Person) {
        fault(s(u"sheet.sign.type"), *table.find(u"sign"), {{s(u"id"), cell.sign}});
    }
    if (const FieldDef *def = m_catalogue.field(cell.field);
        def != nullptr && !cell.show.isEmpty()) {
        checkShow(cell.show, *def, *table.find(u"show"));
    }
}

} // namespace huiyin
