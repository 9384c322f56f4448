// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <window/page.h>

#include <QJsonObject>
#include <QObject>

class QCheckBox;
class QGridLayout;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QValidator;

namespace huiyin {

class DependantRows;
class MoneyEdit;
class QuietLabel;

/// One item of a compensation sheet on the screen: chosen or not, what it is computed from, its
/// formula, clause and sum.
class CompensationRow : public QObject
{
    Q_OBJECT

public:
    /// Puts the item below what stands in the grid.
    CompensationRow(const Shell &shell,
                    const Regulation &regulation,
                    const CompensationRule &rule,
                    QGridLayout &grid,
                    QWidget *page);

    [[nodiscard]] const QString &item() const { return m_item; }

    /// As the sheet asks for it; nothing while it is not chosen.
    [[nodiscard]] std::optional<QJsonObject> claim() const;

    /// Takes up what was claimed before.
    void resume(const QJsonObject &claim);

    /// As typed, finished or not, and back.
    [[nodiscard]] QJsonObject typed() const;
    void resumeTyped(const QJsonObject &typed);

    void showResult(const CompensationSheet &sheet);

signals:
    void edited();

private:
    void addInputs(const Regulation &regulation, const CompensationRule &rule, QHBoxLayout &inputs);
    [[nodiscard]] MoneyEdit *money(const QString &what, QHBoxLayout &inputs);
    [[nodiscard]] QLineEdit *
    number(const QString &what, const QValidator *validator, QHBoxLayout &inputs);
    [[nodiscard]] QList<std::pair<QString, QLineEdit *>> edits() const;
    void change(const QLineEdit *at);
    [[nodiscard]] QString named(const QString &what) const;

    const Shell &m_shell;
    QString m_item, m_name;
    QWidget *m_page = nullptr;
    QCheckBox *m_chosen = nullptr;
    MoneyEdit *m_amount = nullptr, *m_daily = nullptr;
    QLineEdit *m_times = nullptr, *m_days = nullptr, *m_evidence = nullptr;
    DependantRows *m_dependants = nullptr;
    QLabel *m_sum = nullptr;
    QuietLabel *m_formula = nullptr;
};

} // namespace huiyin
