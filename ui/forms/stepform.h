// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <forms/draftkeeper.h>
#include <forms/formhouse.h>
#include <rules/decide.h>

#include <QVector>
#include <QWidget>

class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace huiyin {

class AdviceBlock;
class FindingBar;
class MemoRow;
class PaperGrid;

/// The form of one step of an existing case: what the pack advises, the fields it needs and offers,
/// the own department's answer where several are asked, the reason where one is demanded, F8.
class StepForm : public QWidget
{
    Q_OBJECT

public:
    StepForm(FormHouse house, const CaseFile &caseFile, StepOffer offer, QWidget *parent = nullptr);

    [[nodiscard]] const StepOffer &offer() const { return m_offer; }

    /// The step's input for Desk::act: changed fields, and `reason`.
    [[nodiscard]] QJsonObject input() const;

    /// What was typed and differs from the case; an emptied field is null, the reason is `reason`.
    [[nodiscard]] ComplaintDraft typed() const;

    /// Puts kept words back.
    void resume(const ComplaintDraft &typed);

    [[nodiscard]] PaperGrid *grid() const { return m_grid; }

    /// Where the reason is written; nothing where the step asks for none.
    [[nodiscard]] MemoRow *reason() const { return m_reason; }

    /// What the own department answers; nothing where the step answers nothing.
    [[nodiscard]] MemoRow *result() const { return m_result; }

    void showFindings(const Findings &findings);
    void showError(const Error &error);

public slots:
    void submit();

signals:
    void submitted(const QString &action, const QJsonObject &input);
    void cancelled();
    void edited(); ///< the person changed something

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addAdvice(QVBoxLayout &column);
    void addGrid(QVBoxLayout &column, const QStringList &fields);
    void addGroups(QVBoxLayout &column);
    void cellEdited(const QString &field);
    [[nodiscard]] MemoRow *rowOf(const Finding &finding) const;
    [[nodiscard]] QVector<OneOfRule> openGroups() const;
    void addAnswer(QVBoxLayout &column, const CaseFile &caseFile);
    void adopt(const QJsonObject &values);
    void showAdopted();

    FormHouse m_house;
    StepOffer m_offer;
    QJsonObject m_before;
    QVector<AdviceBlock *> m_advice;
    QJsonObject m_adopted; ///< proposed values taken over that have no cell on this form
    QLineEdit *m_dept = nullptr;
    MemoRow *m_result = nullptr; ///< of the own part
    PaperGrid *m_grid = nullptr;
    MemoRow *m_reason = nullptr;
    FindingBar *m_bar = nullptr;
    QPushButton *m_commit = nullptr;
};

} // namespace huiyin
