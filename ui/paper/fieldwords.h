// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/field.h>
#include <domain/instant.h>
#include <rules/sheet.h>
#include <rules/texts.h>

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QVector>

#include <optional>

namespace huiyin {

/// Turns values into the words a form prints.
class FieldWords
{
public:
    FieldWords(const FieldCatalogue &catalogue, Language language)
        : m_catalogue(catalogue)
        , m_language(language)
    {
    }

    /// The printed form of a value as the cell asks for it: 2024年5月6日 14时05分, ￥1,234.50, 共 2
    /// 份 5 页. An empty date or attachment list gives the room to write it by hand, other empty
    /// values give nothing.
    [[nodiscard]] QString value(const SheetCell &cell, const QJsonValue &value, bool masked) const;

    /// ☐/☑ with each choice of a ticked cell; a chosen one that is not among the printed ones comes
    /// last.
    [[nodiscard]] QStringList ticks(const SheetCell &cell, const QJsonValue &value) const;

    /// ☐ or ☑ of one choice in running text.
    [[nodiscard]] static QString box(const QJsonValue &value, const QString &choice);

    [[nodiscard]] QString label(const SheetCell &cell) const;

    /// `记录人签名：`
    [[nodiscard]] QString labelWithColon(const QString &label) const;

    /// The text with {field} replaced by what the field prints; room for a hand where nothing does.
    [[nodiscard]] QString filled(const QString &text, const QJsonObject &fields) const;

    struct Signature
    {
        QString name; ///< of one who refused: 拒签（见证人：张三）; or why nobody signs
        QString date; ///< or the room for one; empty where nobody signs
    };

    [[nodiscard]] Signature signature(const QJsonValue &value) const;

    [[nodiscard]] QString day(std::optional<Day> day) const;

    [[nodiscard]] QString moment(std::optional<Instant> moment, const QString &show) const;

    [[nodiscard]] Language language() const { return m_language; }

private:
    [[nodiscard]] bool chinese() const { return m_language == Language::Chinese; }

    [[nodiscard]] QString yesNo(bool yes) const
    {
        return chinese() ? (yes ? QStringLiteral("是") : QStringLiteral("否"))
               : yes     ? QStringLiteral("Yes")
                         : QStringLiteral("No");
    }

    [[nodiscard]] QString choiceWord(const Choice &choice) const
    {
        return chinese() || choice.en.isEmpty() ? choice.zh : choice.en;
    }

    const FieldCatalogue &m_catalogue;
    Language m_language;
};

} // namespace huiyin
