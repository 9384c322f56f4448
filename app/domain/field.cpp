// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/field.h>

#include <algorithm>

namespace huiyin {

const Choice *CodeList::byId(QStringView choiceId) const
{
    const auto it = std::find_if(
        choices.cbegin(), choices.cend(), [&](const Choice &c) { return c.id == choiceId; });
    return it == choices.cend() ? nullptr : &*it;
}

const Choice *CodeList::byWord(QStringView word) const
{
    const auto it = std::find_if(choices.cbegin(), choices.cend(), [&](const Choice &c) {
        return c.id.compare(word, Qt::CaseInsensitive) == 0 || c.zh == word ||
               c.en.compare(word, Qt::CaseInsensitive) == 0 || c.aliases.contains(word);
    });
    return it == choices.cend() ? nullptr : &*it;
}

FieldCatalogue::FieldCatalogue(QVector<FieldDef> fields, QVector<CodeList> lists)
    : m_fields(std::move(fields))
    , m_lists(std::move(lists))
{
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        m_fieldIndex.insert(m_fields.at(i).id, i);
    }
    for (qsizetype i = 0; i < m_lists.size(); ++i) {
        m_listIndex.insert(m_lists.at(i).id, i);
    }
}

const FieldDef *FieldCatalogue::field(QStringView id) const
{
    const auto it = m_fieldIndex.constFind(id.toString());
    return it == m_fieldIndex.cend() ? nullptr : &m_fields.at(*it);
}

const CodeList *FieldCatalogue::codeList(QStringView id) const
{
    const auto it = m_listIndex.constFind(id.toString());
    return it == m_listIndex.cend() ? nullptr : &m_lists.at(*it);
}

const CodeList *FieldCatalogue::choicesOf(QStringView fieldId) const
{
    const FieldDef *def = field(fieldId);
    return def == nullptr || def->choices.isEmpty() ? nullptr : codeList(def->choices);
}

} // namespace huiyin
