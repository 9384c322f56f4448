// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <window/page.h>
#include <window/printing.h>

class QCheckBox;
class QComboBox;
class QLabel;

namespace huiyin {

class Banner;
class InkView;

/// A sheet of a case as it will be printed, in a tab: choose form and copies, print, save as PDF.
class PreviewPage : public Page
{
    Q_OBJECT

public:
    /// The preview of a sheet filled with a case. \param number  of one document, also a void one;
    /// empty = the present ones
    [[nodiscard]] static PreviewPage *ofSheet(Shell &shell,
                                              const CaseFile &caseFile,
                                              const QString &sheetId,
                                              const QString &number = {});

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] std::optional<CommandState> state(const QString &command) const override;
    void perform(const QString &command) override;
    [[nodiscard]] QList<QWidget *> panes() const override;

    [[nodiscard]] PrintOrder order() const;

private:
    PreviewPage(Shell &shell, CaseFile caseFile, const QString &sheetId, const QString &number);
    void fillNumbers(const QString &number);
    void layOut();
    void showPage();

    CaseFile m_case;
    Banner *m_said = nullptr;
    QComboBox *m_sheet = nullptr;
    QComboBox *m_number = nullptr; ///< where the form has several documents
    QComboBox *m_copies = nullptr;
    QCheckBox *m_masked = nullptr;
    QLabel *m_pages = nullptr;
    InkView *m_view = nullptr;
};

} // namespace huiyin
