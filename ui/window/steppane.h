// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <window/page.h>

#include <QJsonObject>
#include <QWidget>

class QLabel;
class QListWidget;
class QScrollArea;

namespace huiyin {

class StepForm;

/// What can be done with a case now: the steps of its regulation on the left, the chosen one's form
/// on the right. A step that cannot be taken stands there too and says why.
class StepPane : public QWidget
{
    Q_OBJECT

public:
    explicit StepPane(Shell &shell, QWidget *parent = nullptr);

    void showCase(const CaseFile &caseFile, const QVector<StepOffer> &steps);
    void open(const QString &action);
    void submit();
    void showFindings(const Findings &findings);
    void showError(const Error &error);

    /// Whether something was typed that is not yet recorded.
    [[nodiscard]] bool dirty() const;

    [[nodiscard]] StepForm *form() const { return m_form; }

signals:
    void submitted(const QString &action, const QJsonObject &input);

private:
    void showForm(const StepOffer &offer);
    [[nodiscard]] QString words(const StepOffer &offer) const;

    Shell &m_shell;
    std::optional<CaseFile> m_case;
    QVector<StepOffer> m_steps;
    QListWidget *m_list = nullptr;
    QScrollArea *m_scroll = nullptr;
    StepForm *m_form = nullptr;
    QJsonObject m_untouched;
};

} // namespace huiyin
