// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <window/page.h>

#include <QWidget>

namespace huiyin {

/// A part of a case in which something is written: its form, a step, money, its documents. It hands
/// over what it submits; the page gives it the case as it stands and what the desk answered.
class CasePart : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual void showCase(const CaseFile &caseFile, const QVector<StepOffer> &steps) = 0;

    /// Whether this step is taken here.
    [[nodiscard]] virtual bool takes(const QString &action) const = 0;

    /// Brings the person to where this step, one of those it takes, is written.
    virtual void open(const QString &action) { Q_UNUSED(action) }

    /// Whether something was typed that is not yet recorded.
    [[nodiscard]] virtual bool dirty() const = 0;

    virtual void submit() {} ///< what F8 does while this part is shown

    virtual void keep() {} ///< writes down what is typed and not yet kept

    virtual void recorded() = 0; ///< what was submitted is in the case file: its draft goes
    virtual void showFindings(const Findings &findings) = 0;
    virtual void showError(const Error &error) = 0;

signals:
    void submitted(const QString &action, const QJsonObject &input);
    void statesChanged();
    void draftSaved(const huiyin::Instant &at);
    void draftFailed(const huiyin::Error &error);
    /// What was typed was put away; `undo` puts it back.
    void undoOffered(const QString &words, qint64 forMs, const std::function<QString()> &undo);
};

} // namespace huiyin
