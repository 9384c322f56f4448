// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/registerdates.h>
#include <domain/field.h>
#include <domain/finding.h>
#include <domain/stage.h>

#include <QHash>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace huiyin {

/// Which column is which field.
struct RegisterColumns
{
    QStringList heads;                ///< as written
    QVector<const FieldDef *> fields; ///< per column; nullptr = unknown, kept in the remark

    [[nodiscard]] bool has(QStringView field) const;
    [[nodiscard]] QMap<QString, QString>
    mapping() const; ///< head → field id, unknown heads left out
};

/// Recognises the head line by ids, labels and aliases; `given` wins (an empty field id leaves a
/// column out). \param own  words of ownHeads(): before ids and labels of the same kind of field
[[nodiscard]] RegisterColumns recogniseColumns(const FieldCatalogue &catalogue,
                                               const QStringList &heads,
                                               const QMap<QString, QString> &given,
                                               const QHash<QString, QString> &own);

/// Whether a line is a head line good enough to read by: receipt, and who or what.
[[nodiscard]] bool isHead(const RegisterColumns &columns);

/// One record as fields, with everything doubtful about it.
struct RegisterRow
{
    QJsonObject fields;
    std::optional<Stage> stage;
    Findings findings;
};

/// Turns the cells of one column layout into fields. Holds what is looked up again and again.
class RegisterRowReader
{
public:
    RegisterRowReader(const FieldCatalogue &catalogue, const RegisterColumns &columns);

    [[nodiscard]] RegisterRow read(const QStringList &cells);

private:
    struct Dates;
    void readDates(const QStringList &cells, RegisterRow &row);
    void settleReceipt(WrittenDate &received, const Dates &dates, RegisterRow &row) const;
    void readCell(const FieldDef &field, const QString &cell, RegisterRow &row);
    void readPhone(const FieldDef &field, const QString &cell, RegisterRow &row) const;
    void readText(const FieldDef &field, const QString &cell, RegisterRow &row) const;
    void readChoice(const FieldDef &field, const QString &cell, RegisterRow &row);
    void settleStage(RegisterRow &row) const;
    void settleRemark(RegisterRow &row) const;
    void note(const FieldDef &field, const QString &text);

    const FieldCatalogue &m_catalogue;
    const RegisterColumns &m_columns;
    QHash<const FieldDef *, QHash<QString, QString>> m_choices;
    QStringList m_notes; ///< what found no field, for the remark of the present row
    QString m_status;
};

} // namespace huiyin
