// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <window/page.h>

#include <QJsonObject>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace huiyin {

class FindingBar;
class PaperGrid;

/// The paper of a case on the screen: read-only, or open for a correction that shows old → new and
/// asks why.
class SheetPane : public QWidget
{
    Q_OBJECT

public:
    explicit SheetPane(Shell &shell, QWidget *parent = nullptr);

    void showCase(const CaseFile &caseFile, const QVector<StepOffer> &steps);
    void beginAmending();
    void endAmending();

    [[nodiscard]] bool amending() const { return m_amending; }

    /// Hands the correction over if one is open.
    void submit();
    void showFindings(const Findings &findings);
    void showError(const Error &error);

    /// The fields whose cells differ from the case, with their new values; null for an emptied one.
    [[nodiscard]] QJsonObject changes() const;

signals:
    void amended(const QJsonObject &input);
    void statesChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void rebuild();
    void showChanges();
    [[nodiscard]] QString shownValue(const QString &field, const QJsonValue &value) const;

    Shell &m_shell;
    std::optional<CaseFile> m_case;
    PaperGrid *m_grid = nullptr;
    QScrollArea *m_scroll = nullptr;
    QPushButton *m_amend = nullptr;
    QLabel *m_hint = nullptr;
    QWidget *m_amendBar = nullptr;
    QLabel *m_changes = nullptr;
    QLineEdit *m_reason = nullptr;
    QPushButton *m_commit = nullptr;
    FindingBar *m_findings = nullptr;
    bool m_amending = false;
};

} // namespace huiyin
