// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <window/casepart.h>

#include <QJsonObject>

class QPushButton;
class QVBoxLayout;

namespace huiyin {

class CaseDraft;
class CompensationBases;
class CompensationRow;
class FindingBar;
class MoneyEdit;
class PaperGrid;
class QuietLabel;

/// The compensation sheet of a case: the pack's items with what each is computed from, the sum
/// while one types, its recording and its print. What is typed is kept as a draft.
class CompensationPane : public CasePart
{
    Q_OBJECT

public:
    explicit CompensationPane(Shell &shell, QWidget *parent = nullptr);

    void showCase(const CaseFile &caseFile, const QVector<StepOffer> &steps) override;
    [[nodiscard]] bool takes(const QString &action) const override;

    /// As the step `compensate` takes it.
    [[nodiscard]] QJsonObject input() const;

    void submit() override;
    void keep() override;
    void recorded() override;
    void showFindings(const Findings &findings) override;
    void showError(const Error &error) override;

    [[nodiscard]] bool dirty() const override { return m_dirty; }

signals:
    void printWanted(const QString &sheet); ///< of what is recorded

private:
    void buildFrame();
    void build();
    void addItems(QVBoxLayout &column);
    void addTotal(QVBoxLayout &column);
    void typed();
    void reckon();
    void showSum(const CompensationSheet &sheet);
    void showPrint();
    [[nodiscard]] ComplaintDraft words() const;
    void resume(const ComplaintDraft &typed);
    [[nodiscard]] QString words(const QString &zh, const QString &en) const;

    Shell &m_shell;
    std::optional<CaseFile> m_case;
    QString m_shown; ///< items and pack on the screen; another set is built anew
    QVBoxLayout *m_column = nullptr;
    QWidget *m_page = nullptr;
    QList<CompensationRow *> m_rows;
    CompensationBases *m_bases = nullptr;
    MoneyEdit *m_paidBefore = nullptr;
    QLabel *m_total = nullptr;
    QuietLabel *m_capitals = nullptr, *m_approval = nullptr;
    PaperGrid *m_grid = nullptr;
    FindingBar *m_bar = nullptr;
    QPushButton *m_record = nullptr, *m_print = nullptr;
    CaseDraft *m_draft = nullptr;
    ComplaintDraft m_untouched;
    QString m_sheet; ///< the paper of the pack's items
    bool m_allowed = false;
    bool m_dirty = false;
};

} // namespace huiyin
