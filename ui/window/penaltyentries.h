// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <window/page.h>

#include <QJsonObject>
#include <QWidget>

class QFrame;
class QLineEdit;
class QVBoxLayout;

namespace huiyin {

/// The penalties recorded on a case: what became of each, what can be done with it, and the
/// deductions month by month.
class PenaltyEntries : public QWidget
{
    Q_OBJECT

public:
    explicit PenaltyEntries(Shell &shell, QWidget *parent = nullptr);

    void showCase(const CaseFile &caseFile, const QVector<StepOffer> &steps);

    /// Reasons typed and not yet recorded, by the id of the penalty.
    [[nodiscard]] QJsonObject reasons() const;
    void setReasons(const QJsonObject &reasons);

    /// `Confirmed` → the word for it.
    [[nodiscard]] static QString stateWord(const QString &state);

signals:
    void submitted(const QString &action, const QJsonObject &input);
    void edited(); ///< a reason was typed

private:
    void addEntry(const QJsonObject &entry);
    void addActions(QVBoxLayout &column,
                    QFrame *frame,
                    const QJsonObject &entry,
                    const PenaltyRule *rule);
    void addMonths();
    [[nodiscard]] QString measureWords(const QJsonObject &entry) const;
    [[nodiscard]] const StepOffer *offer(const QString &action) const;

    Shell &m_shell;
    std::optional<CaseFile> m_case;
    QVector<StepOffer> m_steps;
    QVBoxLayout *m_column = nullptr;
    QWidget *m_page = nullptr;
    QHash<QString, QLineEdit *> m_reasons;
};

} // namespace huiyin
