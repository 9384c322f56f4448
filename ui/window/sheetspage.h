// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/sheetedit.h>
#include <window/page.h>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;
class QTabWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace huiyin {

class Banner;
class Heading;
class InkView;

/// The paper forms: their rows reworded, moved, hidden or added in a copy of the organisation's
/// own, beside the page as it will be printed; saved as a new version, or given back to the
/// built-in form. Cases keep the version they were recorded with.
class SheetsPage : public Page
{
    Q_OBJECT

public:
    explicit SheetsPage(Shell &shell, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] QList<QWidget *> panes() const override;
    void keep() override;
    void refresh() override;

    void choose(const QString &id);

    /// The text as it stands, saved or not.
    [[nodiscard]] QByteArray text() const { return m_text; }

    [[nodiscard]] QListWidget *list() const { return m_list; }

    [[nodiscard]] QTreeWidget *rows() const { return m_rows; }

    [[nodiscard]] QPlainTextEdit *editor() const { return m_editor; }

    [[nodiscard]] QTableWidget *faults() const { return m_faults; }

    [[nodiscard]] InkView *preview() const { return m_view; }

    /// Looks at the typed text now instead of a moment later.
    void look();

private:
    enum Column { Zh, En, Height };

    /// What a top-level item of the tree stands for.
    enum class Line { Column, Row, Title };

    void addRowTools(QWidget *pane);
    void load();
    void take(const QByteArray &text);
    void showRows();
    void showFaults(const Findings &findings);
    void edited(QTreeWidgetItem *item, int column);
    void beginEdit(QTreeWidgetItem *item, int column);
    void moveRow(int by);
    void addRow();
    void save();
    void restore();
    void answer(const Result<Outcome> &outcome, const QString &done);
    void refuse(const QString &sentence);
    void
    addItem(Line line, int index, const QStringList &texts, const QVector<SheetEdit::Words> &words);
    void fillFields();
    void showTools();
    void editWords(SheetEdit &edit, const QTreeWidgetItem *item, int column);
    void editMeasure(SheetEdit &edit, const QTreeWidgetItem *item);
    [[nodiscard]] static Line lineOf(const QTreeWidgetItem *item);
    [[nodiscard]] static int indexOf(const QTreeWidgetItem *item);
    /// The chosen top-level item, nullptr if none.
    [[nodiscard]] QTreeWidgetItem *chosenItem() const;
    void choose(Line line, int index);
    [[nodiscard]] SheetEdit sheetEdit() const;
    [[nodiscard]] QString draftKey() const;

    QString m_id;
    QByteArray m_text, m_saved; ///< as it stands; as it was opened
    bool m_filling = false;
    Banner *m_said = nullptr;
    QListWidget *m_list = nullptr;
    Heading *m_name = nullptr;
    QLabel *m_standing = nullptr;
    QTabWidget *m_tabs = nullptr;
    QTreeWidget *m_rows = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
    QComboBox *m_field = nullptr;
    QLineEdit *m_label = nullptr; ///< what the new row is called
    QPushButton *m_add = nullptr;
    QPlainTextEdit *m_editor = nullptr;
    QTableWidget *m_faults = nullptr;
    InkView *m_view = nullptr;
    QLineEdit *m_reason = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_restore = nullptr;
    QTimer *m_soon = nullptr;
};

} // namespace huiyin
