// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <window/page.h>

class QComboBox;
class QVBoxLayout;

namespace huiyin {

class Banner;
class IntakeForm;

/// A tab with the registration form of a new case. Several may be open at once, one a call.
class IntakePage : public Page
{
    Q_OBJECT

public:
    explicit IntakePage(Shell &shell, QWidget *parent = nullptr);

    [[nodiscard]] IntakeForm *form() const { return m_form; }

    /// Takes a kept draft up again.
    void resume(const StoredDraft &draft);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] std::optional<CommandState> state(const QString &command) const override;
    void perform(const QString &command) override;
    [[nodiscard]] QList<QWidget *> panes() const override;
    void keep() override;
    void refresh() override;

    /// Says above the emptied form which case was just recorded.
    void sayRegistered(const CaseFile &caseFile);

signals:
    /// \param another the person goes on with the next one in this tab
    void registered(const huiyin::CaseFile &caseFile, bool another);

private:
    enum class After { Show, StartNew, Close };
    void build(const QString &sheetId);
    void changeSheet(const QString &sheetId);
    void record(const ComplaintDraft &draft, After after);
    void askFor(const Findings &findings);
    void attach();
    void keepFiles(const QStringList &paths);

    IntakeForm *m_form = nullptr;
    Banner *m_said = nullptr;
    QWidget *m_picker = nullptr; ///< stands in the head of the form
    QComboBox *m_sheet = nullptr;
    QVBoxLayout *m_column = nullptr;
    QJsonObject m_previous;
    QStringList m_asked; ///< what answering at once asks for beyond the paper form
};

} // namespace huiyin
