// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <window/page.h>

#include <QJsonObject>
#include <QWidget>

#include <vector>

class QLineEdit;

namespace huiyin {

class MoneyEdit;

/// The figures a compensation sheet counts by – annual living expense, multipliers – each editable
/// for this case, with the mark of what the regulation leaves open.
class CompensationBases : public QWidget
{
    Q_OBJECT

public:
    CompensationBases(const Shell &shell, const CaseFile &caseFile, QWidget *parent);

    /// Adds the figures to what the step `compensate` takes.
    void addTo(QJsonObject &input) const;

    /// As typed, and back.
    [[nodiscard]] QJsonObject typed() const;
    void resume(const QJsonObject &typed);

signals:
    void edited();

private:
    struct Base
    {
        QString id;
        MoneyEdit *money = nullptr; ///< of a parameter in yuan
        QLineEdit *figure = nullptr;

        [[nodiscard]] QLineEdit *edit() const;
    };

    void addBase(const Regulation &regulation, const QString &id, const QJsonObject &fields);

    const Shell &m_shell;
    std::vector<Base> m_bases;
};

} // namespace huiyin
