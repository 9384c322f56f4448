// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <window/page.h>

#include <QWidget>

class QTableWidget;

namespace huiyin {

class Banner;
class EmptyState;

/// The files of a case: choose, drop or paste them in, open them with the desktop's program.
class AttachmentPane : public QWidget
{
    Q_OBJECT

public:
    explicit AttachmentPane(Shell &shell, QWidget *parent = nullptr);

    void showCase(const CaseFile &caseFile);

    /// Opens the file dialog.
    void choose();

signals:
    void attachWanted();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void attach(const QStringList &paths);
    void pasteImage();
    void openChosen();

    Shell &m_shell;
    std::optional<CaseFile> m_case;
    QTableWidget *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    Banner *m_said = nullptr;
};

} // namespace huiyin
