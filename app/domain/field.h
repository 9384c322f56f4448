// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

namespace huiyin {

/// The types of forms.md section 1.2. How each stands in JSON (event bodies, drafts,
/// CaseFile::fields): text memo dept person phone ref → string; sign → {"name","at"} (at: UTC ms);
/// date → "2026-02-13"; datetime → integer UTC ms; int → integer; decimal → string; money → integer
/// fen; enum → choice id; multi → array of choice ids; bool → true/false; list → array of objects;
/// attach → array of
/// {"hash","name","size","kind","pages"}. The command line writes datetimes as office-local text
/// instead.
enum class FieldType {
    Text,
    Memo,
    Date,
    DateTime,
    Int,
    Decimal,
    Money,
    Enum,
    Multi,
    Dept,
    Person,
    Phone,
    Sign,
    Seal,
    List,
    Ref,
    Attach,
    Bool
};

/// Why a field is masked outside the case.
enum class Privacy { Public, Name, Phone, IdNumber, Address };

/// One value of a code list.
struct Choice
{
    QString id; ///< identifier stored in facts: `Phone`
    QString zh; ///< label on screen and paper: 电话
    QString en;
    QStringList aliases; ///< other words that mean it in old registers: 来电, 电话投诉
};

/// A code list of forms.md section 1.3 (`CL-02`).
struct CodeList
{
    QString id;
    QString zh;
    QString en;
    QVector<Choice> choices;

    [[nodiscard]] const Choice *byId(QStringView choiceId) const;

    /// Finds a choice by identifier, Chinese or English label, or alias.
    [[nodiscard]] const Choice *byWord(QStringView word) const;
};

/// One entry of the field catalogue, shared by forms, events, search, import, export and the
/// command line.
struct FieldDef
{
    QString id; ///< `complainantName`
    QString zh;
    QString en;
    FieldType type = FieldType::Text;
    int max = 0;     ///< most characters, 0 = no limit
    QString choices; ///< code list id for enum and multi
    Privacy privacy = Privacy::Public;
    bool search = false; ///< part of the full-text index
    QStringList aliases; ///< column heads of old registers that mean this field
};

/// All fields and code lists. Immutable after loading; find by id in O(1).
class FieldCatalogue
{
public:
    FieldCatalogue(QVector<FieldDef> fields, QVector<CodeList> lists);

    [[nodiscard]] const QVector<FieldDef> &fields() const { return m_fields; }

    [[nodiscard]] const QVector<CodeList> &codeLists() const { return m_lists; }

    /// The field with this id, or nullptr.
    [[nodiscard]] const FieldDef *field(QStringView id) const;

    /// The code list with this id, or nullptr.
    [[nodiscard]] const CodeList *codeList(QStringView id) const;

    /// The code list of an enum or multi field, or nullptr.
    [[nodiscard]] const CodeList *choicesOf(QStringView fieldId) const;

private:
    QVector<FieldDef> m_fields;
    QVector<CodeList> m_lists;
    QHash<QString, qsizetype> m_fieldIndex;
    QHash<QString, qsizetype> m_listIndex;
};

} // namespace huiyin
